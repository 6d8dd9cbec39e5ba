import { describe, expect, it } from 'vitest';
import { externalId, messageId } from '#shared/domain/message/ids';
import { OTHER_SERVICE } from '#test/builders/messages';
import { inbound, message } from '#test/builders/messages-stored';
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

    it('lets the first one stand where an id is claimed twice', async () => {
      const { inbound: log } = await make();
      const other = inbound(1, { serviceId: OTHER_SERVICE });
      expect(await log.claim(inbound(1))).toEqual(inbound(1));
      expect(await log.claim(other)).toEqual(inbound(1));
      expect(await log.read(messageId.parse(1))).toEqual(inbound(1));
    });

    it('owes no work by itself', async () => {
      const { inbound: log, index } = await make();
      await log.put(inbound(1));
      expect(await index.earliest()).toBeUndefined();
    });
  });
}
