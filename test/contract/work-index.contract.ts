import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import {
  attachment,
  attachmentNo,
  delivery,
  gate,
  grown,
  message,
  owedNotice,
  recipientNo,
  stored,
  token,
} from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { EVER, entriesDue, onlyEntry, wakesOf } from '#test/contract/wake-entries';

type Part = Pick<Stores, 'index' | 'messages' | 'deliveries' | 'attachments' | 'gates'>;

const LATER = after(NOON, HOUR);

/** What every WorkIndex must do. */
export function workIndexContract(name: string, make: () => Promise<Part>): void {
  describe(`WorkIndex: ${name}`, () => {
    it('is empty where nothing is owed', async () => {
      const { index } = await make();
      expect(await index.earliest()).toBeUndefined();
      expect(await entriesDue(index)).toEqual([]);
    });

    it('tells what each kind of thing owes', async () => {
      const { index, messages, deliveries, attachments, gates } = await make();
      await messages.put(message(1));
      await deliveries.create(delivery(2));
      await attachments.put(attachment(3));
      await gates.change(undefined, gate(4, { owed: { '1-new': owedNotice() }, wakeAt: NOON }));
      const owing = await Promise.all((await entriesDue(index)).map((entry) => index.read(entry)));
      expect(owing).toHaveLength(4);
      expect(owing).toEqual(
        expect.arrayContaining([
          { item: { type: 'message', messageId: 1 }, tries: 0 },
          { item: { type: 'delivery', delivery: delivery(2) }, tries: 0 },
          { item: { type: 'attachment', attachmentId: attachmentNo(3) }, tries: 0 },
          { item: { type: 'recipient', recipientId: recipientNo(4) }, tries: 0 },
        ]),
      );
    });

    it('gives each entry once, however many there are, and no empty page', async () => {
      const { index, messages } = await make();
      const numbers = Array.from({ length: 500 }, (_, i) => i + 1);
      await Promise.all(numbers.map((n) => messages.put(message(n))));
      const pages = [];
      for await (const page of index.due(NOON)) pages.push(page);
      expect(pages.map(({ length }) => length)).not.toContain(0);
      expect(new Set(pages.flat().map(({ item }) => item)).size).toBe(500);
      expect(pages.flat()).toHaveLength(500);
    });

    it('gives what is due up to and including a moment', async () => {
      const { index, messages } = await make();
      for (const [i, wakeAt] of [NOON, LATER, after(LATER, 1)].entries())
        await messages.put(message(i + 1, { wakeAt }));
      expect((await entriesDue(index, LATER)).map(({ wakeAt }) => wakeAt).sort()).toEqual([NOON, LATER]);
      expect(await entriesDue(index, after(NOON, -1))).toEqual([]);
    });

    it('gives its entries some at a time, each once, to whoever looks', async () => {
      const { index, messages } = await make();
      for (let n = 1; n <= 30; n += 1) await messages.put(message(n, { wakeAt: after(NOON, n * MINUTE) }));
      const seen: string[] = [];
      for (let from: string | undefined, first = true; first || from !== undefined; first = false) {
        const page = await index.page(after(NOON, 20 * MINUTE), { after: from, limit: 7 });
        expect(page?.entries.length).toBeLessThanOrEqual(7);
        seen.push(...(page?.entries ?? []).map(({ item }) => item));
        from = page?.next;
      }
      expect(seen).toHaveLength(20);
      expect(new Set(seen).size).toBe(20);
      expect(await index.page(EVER, { after: 'elsewhere', limit: 7 })).toBeUndefined();
    });

    it('knows the earliest entry of all', async () => {
      const { index, messages, gates } = await make();
      for (const n of [1, 2, 3, 4, 5]) await messages.put(message(n, { wakeAt: after(LATER, n * MINUTE) }));
      await gates.change(undefined, gate(6, { owed: { '1-new': owedNotice() }, wakeAt: LATER }));
      expect(await index.earliest()).toBe(LATER);
    });

    it('moves an entry that is as seen, and counts the tries with it', async () => {
      const { index, messages } = await make();
      await messages.put(message(1));
      const entry = await onlyEntry(index);
      expect(await index.move(entry, { wakeAt: LATER, tries: 1 })).toBe(true);
      expect(await entriesDue(index, NOON)).toEqual([]);
      const moved = await onlyEntry(index);
      expect(moved).toEqual({ ...entry, wakeAt: LATER });
      expect(await index.read(moved)).toMatchObject({ tries: 1 });
    });

    it('lets one of two sweeps move an entry', async () => {
      const { index, messages } = await make();
      await messages.put(message(1));
      const entry = await onlyEntry(index);
      const moved = await Promise.all([
        index.move(entry, { wakeAt: after(NOON, MINUTE), tries: 1 }),
        index.move(entry, { wakeAt: LATER, tries: 1 }),
      ]);
      expect([...moved].sort()).toEqual([false, true]);
    });

    it('leaves an entry alone that a step has moved since it was seen', async () => {
      const { index, deliveries } = await make();
      await deliveries.create(delivery(1));
      const entry = await onlyEntry(index);
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))], { wakeAt: LATER }));
      expect(await index.move(entry, { wakeAt: after(NOON, MINUTE), tries: 1 })).toBe(false);
      expect(await wakesOf(index)).toEqual([LATER]);
    });

    it('takes an entry out that owes nothing any more', async () => {
      const { index, messages } = await make();
      await messages.put(message(1));
      const entry = await onlyEntry(index);
      expect(await index.move(entry, { wakeAt: undefined, tries: 0 })).toBe(true);
      expect(await entriesDue(index, EVER)).toEqual([]);
      expect(await index.read(entry)).toBeUndefined();
      expect(await messages.read(message(1).messageId)).toEqual(message(1, { wakeAt: undefined }));
    });

    it('says of an item that left by itself that it owes nothing, and does not bring it back', async () => {
      const { index, messages, attachments } = await make();
      await messages.put(message(1));
      await attachments.put(attachment(2));
      const entries = await entriesDue(index);
      await messages.markRouted(message(1).messageId);
      await attachments.removeUnused(attachmentNo(2));
      expect(await Promise.all(entries.map((entry) => index.read(entry)))).toEqual([undefined, undefined]);
      const moved = await Promise.all(entries.map((entry) => index.move(entry, { wakeAt: LATER, tries: 1 })));
      expect(moved).toEqual([false, false]);
      expect(await entriesDue(index, EVER)).toEqual([]);
      expect(await attachments.read(attachmentNo(2))).toBeUndefined();
    });
  });
}
