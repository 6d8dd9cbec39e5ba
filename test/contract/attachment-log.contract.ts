import { describe, expect, it } from 'vitest';
import { tenantId } from '#shared/domain/message/ids';
import { DAY, after } from '#shared/kernel/time';
import { NOON, TENANT } from '#test/builders/messages';
import { attachment, attachmentNo, recipientNo, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { wakesOf } from '#test/contract/wake-entries';

const USE = { by: token('a-message') };

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
      expect(await attachments.markUsed(attachmentNo(1), USE)).toBe(true);
      expect(await attachments.markUsed(attachmentNo(1), USE)).toBe(false);
      expect(await wakesOf(index)).toEqual([]);
      expect(await attachments.read(attachmentNo(1))).toEqual(attachment(1, { usedBy: USE.by, wakeAt: undefined }));
    });

    it('lets every authority it was sent to have it, also after a use without one', async () => {
      const { attachments } = await make();
      const other = tenantId.parse('toinen-kaupunki');
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), { ...USE, sentTo: { tenantId: TENANT, at: NOON } });
      await attachments.markUsed(attachmentNo(1), { ...USE, sentTo: { tenantId: other, at: after(NOON, DAY) } });
      await attachments.markUsed(attachmentNo(1), USE);
      expect((await attachments.read(attachmentNo(1)))?.sentTo).toEqual({ [TENANT]: NOON, [other]: after(NOON, DAY) });
    });

    it('leaves an upload alone that is known already, used or not', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), USE);
      await attachments.put(attachment(1, { uploadedAt: after(NOON, DAY) }));
      expect(await attachments.read(attachmentNo(1))).toMatchObject({ uploadedAt: NOON, usedBy: USE.by });
      expect(await wakesOf(index)).toEqual([]);
    });

    it('lets go of a use that came to nothing', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), USE);
      await attachments.letGo(attachmentNo(1), USE.by);
      await attachments.letGo(attachmentNo(1), USE.by);
      expect(await attachments.read(attachmentNo(1))).toEqual(attachment(1));
      expect(await wakesOf(index)).toEqual([after(NOON, DAY)]);
    });

    it('keeps what another message has used since', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), USE);
      await attachments.markUsed(attachmentNo(1), { by: token('another') });
      await attachments.letGo(attachmentNo(1), USE.by);
      expect((await attachments.read(attachmentNo(1)))?.usedBy).toBe(token('another'));
      expect(await wakesOf(index)).toEqual([]);
    });

    it('ends its uses one by one, and may go with the last of them', async () => {
      const { attachments } = await make();
      const [second, third] = [token('second'), token('third')];
      await attachments.put(attachment(1));
      for (const by of [USE.by, second, third]) await attachments.markUsed(attachmentNo(1), { by });
      expect(await attachments.endUse(attachmentNo(1), third)).toBe(false);
      expect(await attachments.endUse(attachmentNo(1), third)).toBe(false);
      expect(await attachments.endUse(attachmentNo(1), USE.by)).toBe(false);
      expect(await attachments.endUse(attachmentNo(1), second)).toBe(true);
      expect(await attachments.endUse(attachmentNo(1), second)).toBe(true);
      await attachments.forget(attachmentNo(1));
      await attachments.forget(attachmentNo(1));
      expect(await attachments.read(attachmentNo(1))).toBeUndefined();
      expect(await attachments.endUse(attachmentNo(1), second)).toBe(true);
    });

    it('keeps the use before, when a later one comes to nothing', async () => {
      const { attachments, index } = await make();
      await attachments.put(attachment(1));
      await attachments.markUsed(attachmentNo(1), USE);
      await attachments.markUsed(attachmentNo(1), { by: token('repeat') });
      await attachments.letGo(attachmentNo(1), token('repeat'));
      expect(await attachments.read(attachmentNo(1))).toMatchObject({ usedBy: USE.by });
      expect(await wakesOf(index)).toEqual([]);
      expect(await attachments.endUse(attachmentNo(1), USE.by)).toBe(true);
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
      await attachments.markUsed(attachmentNo(1), USE);
      expect(await attachments.removeUnused(attachmentNo(1))).toBe(false);
      expect(await attachments.read(attachmentNo(1))).toBeDefined();
    });

    it('tells a message in time that its upload is gone', async () => {
      const { attachments } = await make();
      await attachments.put(attachment(1));
      await attachments.removeUnused(attachmentNo(1));
      await expect(attachments.markUsed(attachmentNo(1), USE)).rejects.toThrow();
      expect(await attachments.read(attachmentNo(1))).toBeUndefined();
    });
  });
}
