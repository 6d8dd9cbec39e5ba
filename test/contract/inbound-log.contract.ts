import { describe, expect, it } from 'vitest';
import { externalId, messageId } from '#shared/domain/message/ids';
import { after } from '#shared/kernel/time';
import { placeOfWritten } from '#shared/ports/inbound-log';
import { NOON } from '#test/builders/messages';
import { inbound, message, recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

/** What every InboundLog must do. */
export function inboundLogContract(
  name: string,
  make: () => Promise<Pick<Stores, 'inbound' | 'messages' | 'index'>>,
): void {
  describe(`InboundLog: ${name}`, () => {
    it('knows nothing of a message that never came', async () => {
      const { inbound: log } = await make();
      expect(await log.read(messageId.parse(1))).toBeUndefined();
    });

    it('gives a message back as it came, and holds it once', async () => {
      const { inbound: log } = await make();
      const thread = { rootMessageId: messageId.parse(7), threadExternalId: externalId.parse('asia-7') };
      await log.put(inbound(1, { thread }));
      await log.put(inbound(1, { thread }));
      expect(await log.read(messageId.parse(1))).toEqual(inbound(1, { thread }));
    });

    it('never takes a message of an authority for one from a person', async () => {
      const { inbound: log, messages } = await make();
      await messages.put(message(1));
      await log.put(inbound(2));
      expect(await log.read(messageId.parse(1))).toBeUndefined();
      expect(await messages.read(messageId.parse(2))).toBeUndefined();
    });

    it('lists what was written from a mailbox, newest first, a page at a time', async () => {
      const { inbound: log } = await make();
      const all = [3, 2, 1].map((n) => inbound(n, { receivedAt: after(NOON, n) }));
      for (const each of all) await log.put(each);
      const owner = inbound(1).recipientId;
      const first = await log.writtenBy(owner, { limit: 2 });
      const last = first.at(-1);
      expect(first).toEqual(all.slice(0, 2));
      expect(await log.writtenBy(owner, { after: last && placeOfWritten(last), limit: 2 })).toEqual(all.slice(2));
      expect(await log.writtenBy(recipientNo(99), { limit: 2 })).toEqual([]);
    });

    it('owes no work by itself', async () => {
      const { inbound: log, index } = await make();
      await log.put(inbound(1));
      expect(await index.earliest()).toBeUndefined();
    });
  });
}
