import { describe, expect, it } from 'vitest';
import { MINUTE, after } from '#shared/kernel/time';
import { messageId } from '#shared/domain/message/ids';
import { NOON } from '#test/builders/messages';
import { message, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { wakesOf } from '#test/contract/wake-entries';

/** What every MessageLog must do. */
export function messageLogContract(name: string, make: () => Promise<Pick<Stores, 'messages' | 'index'>>): void {
  describe(`MessageLog: ${name}`, () => {
    it('knows nothing of a message it was never given', async () => {
      const { messages } = await make();
      expect(await messages.read(messageId.parse(1))).toBeUndefined();
    });

    it('gives a message back as it was put', async () => {
      const { messages } = await make();
      const accepted = message(1, { notBefore: NOON, matterId: 'matter-1' });
      expect(await messages.put(accepted)).toEqual({ ok: true, value: accepted });
      expect(await messages.read(accepted.messageId)).toEqual(accepted);
    });

    it('lets one of two writers have an id and tells the other who has it', async () => {
      const { messages } = await make();
      const first = message(1, { attempt: token('first'), bodyDigest: '1'.repeat(64) });
      const second = message(1, { attempt: token('second'), bodyDigest: '2'.repeat(64) });
      const results = await Promise.all([messages.put(first), messages.put(second)]);
      const holder = await messages.read(first.messageId);
      const lost = results.find(({ ok }) => !ok);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(lost).toMatchObject({ refusal: { kind: 'slot-taken', holder: { bodyDigest: holder?.bodyDigest } } });
    });

    it('takes a repeat of the same attempt for a success whose answer was lost', async () => {
      const { messages } = await make();
      await messages.put(message(1));
      await messages.markRouted(messageId.parse(1));
      expect(await messages.put(message(1))).toMatchObject({ ok: true });
      expect((await messages.read(messageId.parse(1)))?.wakeAt).toBeUndefined();
    });

    it('keeps a copy and gives copies out', async () => {
      const { messages } = await make();
      const accepted = message(1);
      await messages.put(accepted);
      if (accepted.sealedContent) accepted.sealedContent[0] = 99;
      const read = await messages.read(accepted.messageId);
      if (read?.sealedContent) read.sealedContent[1] = 99;
      expect([...((await messages.read(accepted.messageId))?.sealedContent ?? [])]).toEqual([1, 2, 3]);
    });

    it('owes the routing of a message from its moment on', async () => {
      const { messages, index } = await make();
      await messages.put(message(1, { wakeAt: after(NOON, MINUTE) }));
      expect(await wakesOf(index)).toEqual([after(NOON, MINUTE)]);
    });

    it('leaves the work index when it is routed, however often that is noted', async () => {
      const { messages, index } = await make();
      await messages.put(message(1));
      await messages.markRouted(messageId.parse(1));
      await messages.markRouted(messageId.parse(1));
      expect(await wakesOf(index)).toEqual([]);
      expect(await messages.read(messageId.parse(1))).toEqual(message(1, { wakeAt: undefined }));
    });

    it('reads many at once, the same one twice and absent ones among them', async () => {
      const { messages } = await make();
      const numbers = Array.from({ length: 120 }, (_, i) => i + 1);
      await Promise.all(numbers.filter((n) => n % 2 === 0).map((n) => messages.put(message(n))));
      const read = await Promise.all([...numbers, 2, 2, 3].map((n) => messages.read(messageId.parse(n))));
      const expected = [...numbers, 2, 2, 3].map((n) => (n % 2 === 0 ? n : undefined));
      expect(read.map((each) => each?.messageId)).toEqual(expected);
    });
  });
}
