import { describe, expect, it } from 'vitest';
import { DAY, after } from '#shared/kernel/time';
import { NOON, TENANT } from '#test/builders/messages';
import { attachment, attachmentNo, recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { wakesOf } from '#test/contract/wake-entries';

/** What every AttachmentLog must do. */
export function attachmentLogContract(name: string, make: () => Promise<Pick<Stores, 'attachments' | 'index'>>): void {
  describe(`AttachmentLog: ${name}`, () => {
    it('knows nothing of an upload that never came', async () => {
      const { attachments } = await make();
      expect(await attachments.read(attachmentNo(1))).toBeUndefined();
    });

    it.each([
      ['a file', attachment(1)],
      ['a file of a person', attachment(1, { owner: { type: 'recipient', recipientId: recipientNo(1) } })],
      ['a fault', attachment(1, { document: undefined, fault: { status: 415, rule: 'the type is not accepted' } })],
    ])('gives %s back as it was put', async (_, upload) => {
      const { attachments } = await make();
      await attachments.put(upload);
      expect(await attachments.read(attachmentNo(1))).toEqual(upload);
    });

    it('owes the removal of an upload until a message uses it', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      expect(await wakesOf(index)).toEqual([after(NOON, DAY)]);
      await attachments.markUsed(attachmentNo(1));
      await attachments.markUsed(attachmentNo(1));
      expect(await wakesOf(index)).toEqual([]);
      expect(await attachments.read(attachmentNo(1))).toEqual(attachment(1, { wakeAt: undefined }));
    });

    it('lets the authority it was sent to have it, also after a use without one', async () => {
      const { attachments } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), TENANT);
      await attachments.markUsed(attachmentNo(1));
      expect(await attachments.read(attachmentNo(1))).toEqual(attachment(1, { sentTo: TENANT, wakeAt: undefined }));
    });

    it('removes an unused upload once', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      expect(await attachments.removeUnused(attachmentNo(1))).toBe(true);
      expect(await attachments.removeUnused(attachmentNo(1))).toBe(false);
      expect(await attachments.read(attachmentNo(1))).toBeUndefined();
      expect(await wakesOf(index)).toEqual([]);
    });

    it('never removes an upload that a message uses', async () => {
      const { attachments } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1));
      expect(await attachments.removeUnused(attachmentNo(1))).toBe(false);
      expect(await attachments.read(attachmentNo(1))).toBeDefined();
    });

    it('tells a message in time that its upload is gone', async () => {
      const { attachments } = await make();
      await attachments.put(attachment(1));
      await attachments.removeUnused(attachmentNo(1));
      await expect(attachments.markUsed(attachmentNo(1))).rejects.toThrow();
      expect(await attachments.read(attachmentNo(1))).toBeUndefined();
    });
  });
}
