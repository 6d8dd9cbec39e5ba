import { describe, expect, it } from 'vitest';
import type { LetterState } from '#shared/domain/delivery-postal/letter';
import type { LetterId } from '#shared/domain/message/ids';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
import { letter, letterNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

type Shelf = Stores['shelf'];

/** The n-th letter, ordered n minutes after noon. */
const ordered = (n: number) => letter(n, { orderedAt: after(NOON, n * MINUTE) });

/** Every letter in a state, read a few at a time. */
async function allOf(shelf: Shelf, state: LetterState, limit: number): Promise<LetterId[]> {
  const ids: LetterId[] = [];
  for (;;) {
    const some = await shelf.list(state, { after: ids.at(-1), limit });
    ids.push(...some.map(({ letterId }) => letterId));
    if (some.length < limit) return ids;
  }
}

/** What every shelf of letters must do. */
export function letterShelfContract(name: string, make: () => Promise<Pick<Stores, 'shelf'>>): void {
  describe(`LetterShelf and PrintHouse: ${name}`, () => {
    it('has no letter that was never ordered', async () => {
      const { shelf } = await make();
      expect(await shelf.read(letterNo(1))).toBeUndefined();
      expect(await shelf.list('READY', { limit: 10 })).toEqual([]);
    });

    it('gives a letter back as it was ordered', async () => {
      const { shelf } = await make();
      const special = letter(1, { restricted: true, costPool: 'POOL1', class: 'LETTER_ADVICE_OF_RECEIPT' });
      await shelf.order(special);
      expect(await shelf.read(letterNo(1))).toEqual(special);
    });

    it('prints a letter once: a second order under its id changes nothing', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      await shelf.setState(letter(1), 'PRINTED');
      await shelf.order(letter(1, { pages: 7 }));
      expect(await shelf.read(letterNo(1))).toEqual(letter(1, { state: 'PRINTED' }));
    });

    it('keeps what the national service said of a letter through its states, and makes none of it', async () => {
      const { shelf } = await make();
      const relayed = { outcome: 'SENT', messageId: 7 } as const;
      await shelf.order(letter(1));
      await shelf.noteRelayed(letterNo(1), relayed);
      await shelf.setState(letter(1), 'PRINTED');
      await shelf.noteRelayed(letterNo(2), relayed);
      expect(await shelf.read(letterNo(1))).toEqual(letter(1, { state: 'PRINTED', relayed }));
      expect(await shelf.read(letterNo(2))).toBeUndefined();
    });

    it('lists the letters of a state, oldest first, whatever the size of a page', async () => {
      const { shelf } = await make();
      for (const n of [5, 3, 12, 1, 9, 4, 17]) await shelf.order(ordered(n));
      const oldestFirst = [1, 3, 4, 5, 9, 12, 17].map(letterNo);
      for (const limit of [1, 2, 3, 100]) expect(await allOf(shelf, 'READY', limit)).toEqual(oldestFirst);
    });

    it('tells letters ordered at the same moment apart', async () => {
      const { shelf } = await make();
      for (const n of [3, 1, 2]) await shelf.order(letter(n));
      expect(await allOf(shelf, 'READY', 1)).toEqual([1, 2, 3].map(letterNo));
    });

    it('lists a letter under the state it is in and under no other', async () => {
      const { shelf } = await make();
      await shelf.order(ordered(1));
      await shelf.order(ordered(2));
      expect(await shelf.setState(ordered(1), 'POSTED')).toBe(true);
      expect(await allOf(shelf, 'READY', 10)).toEqual([letterNo(2)]);
      expect(await shelf.list('POSTED', { limit: 10 })).toEqual([{ ...ordered(1), state: 'POSTED' }]);
    });

    it('goes on after a letter that has left the state meanwhile', async () => {
      const { shelf } = await make();
      for (const n of [1, 2, 3]) await shelf.order(ordered(n));
      await shelf.setState(ordered(2), 'PRINTED');
      const rest = await shelf.list('READY', { after: letterNo(2), limit: 10 });
      expect(rest.map(({ letterId }) => letterId)).toEqual([letterNo(3)]);
    });

    it('moves a letter only from the state it was seen in', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      const moved = await Promise.all([shelf.setState(letter(1), 'PRINTED'), shelf.setState(letter(1), 'POSTED')]);
      expect([...moved].sort()).toEqual([false, true]);
      expect(await shelf.setState(letter(1), 'RETURNED')).toBe(false);
    });

    it('holds no letter that was taken off it', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      await shelf.remove(letterNo(1));
      await shelf.remove(letterNo(1));
      expect(await shelf.read(letterNo(1))).toBeUndefined();
      expect(await shelf.list('READY', { limit: 10 })).toEqual([]);
    });

    it('lays letters that wait apart, each with those of its authority', async () => {
      const { shelf } = await make();
      const waiting = (n: number, tenantId = TENANT) => ({ ...ordered(n), state: 'WAITING' as const, tenantId });
      const [first, second, third, other] = [waiting(1), waiting(2), waiting(3), waiting(4, OTHER_TENANT)];
      for (const each of [third, first, second, other]) await shelf.order(each);
      for (const each of [third, first, other]) await shelf.layApart(each);
      expect(await shelf.list('WAITING', { limit: 10 })).toEqual([second]);
      expect(await shelf.listApart(TENANT, 10)).toEqual([first, third]);
      expect(await shelf.listApart(TENANT, 1)).toEqual([first]);
      expect(await shelf.countApart(TENANT)).toBe(2);
      expect(await shelf.countApart(OTHER_TENANT)).toBe(1);
      await shelf.release(first.letterId, { batchId: 'erä', cutAt: NOON });
      await shelf.order(third);
      expect(await shelf.listApart(TENANT, 10)).toEqual([]);
      expect(await shelf.list('WAITING', { limit: 10 })).toEqual([second, third]);
      expect((await shelf.list('READY', { limit: 10 })).map(({ letterId }) => letterId)).toEqual([first.letterId]);
    });

    it('lays no letter apart that is before the provider', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      await shelf.layApart(letter(1));
      expect(await shelf.listApart(TENANT, 10)).toEqual([]);
      expect(await shelf.list('READY', { limit: 10 })).toEqual([letter(1)]);
    });

    it('notes a hash of a proof once, and no more than a letter may have', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      for (const hash of ['a', 'b', 'a']) expect(await shelf.expectProof(letterNo(1), hash, 2)).toBe(true);
      expect(await shelf.expectProof(letterNo(1), 'c', 2)).toBe(false);
      expect(await shelf.expectProof(letterNo(1), 'b', 2)).toBe(true);
      await shelf.setState(letter(1), 'RECEIPT_SIGNED');
      expect(await shelf.read(letterNo(1))).toEqual(letter(1, { state: 'RECEIPT_SIGNED', proofs: ['a', 'b'] }));
    });

    it('notes proofs that come at once, all of them', async () => {
      const { shelf } = await make();
      await shelf.order(letter(1));
      const hashes = ['a', 'b', 'c', 'd'];
      const noted = await Promise.all(hashes.map(async (hash) => shelf.expectProof(letterNo(1), hash, 3)));
      expect(noted.filter(Boolean)).toHaveLength(3);
      expect((await shelf.read(letterNo(1)))?.proofs).toHaveLength(3);
    });

    it('notes no proof of a letter that is not there', async () => {
      const { shelf } = await make();
      expect(await shelf.expectProof(letterNo(1), 'a', 2)).toBe(false);
      expect(await shelf.read(letterNo(1))).toBeUndefined();
    });

    it('moves no letter that is not there', async () => {
      const { shelf } = await make();
      expect(await shelf.setState(letter(1), 'PRINTED')).toBe(false);
      expect(await shelf.read(letterNo(1))).toBeUndefined();
    });
  });
}
