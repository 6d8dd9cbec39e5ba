import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, nameOfKind } from '#shared/domain/delivery-postal/batch';
import { MOST_BYTES, batchesDue, fitting, lastCut } from '#shared/domain/delivery-postal/cut';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { letterIdOf } from '#shared/domain/message/ids';
import { HOUR, MINUTE, after, instant } from '#shared/kernel/time';
import { letter, letterNo } from '#test/builders/messages-stored';
import { NOON } from '#test/builders/messages';

const RULES = { times: ['08:00', '14:00'], mostLetters: 3 };
/** 14:00 in Helsinki. */
const AT_TWO = instant.parse('2026-11-23T12:00:00.000Z');

const waiting = (n: number, part: Partial<Letter> = {}) =>
  letter(n, { state: 'WAITING', orderedAt: after(AT_TWO, -HOUR + n * MINUTE), ...part });
const cut = (letters: readonly Letter[], now = AT_TWO) => batchesDue(letters, RULES, now);
const numbers = (...ns: number[]) => ns.map(letterNo);

describe('the last time of day', () => {
  it.each([
    ['2026-11-23T11:59:59.000Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
    ['2026-11-23T05:59:00.000Z', '2026-11-22T12:00:00.000Z'],
    ['2026-07-01T05:00:00.000Z', '2026-07-01T05:00:00.000Z'],
  ])('at %s was %s', (now, expected) => {
    expect(lastCut(RULES, instant.parse(now))).toBe(expected);
  });
});

describe('a batch', () => {
  it('takes what was ordered up to the time of the day, and leaves what came after it', () => {
    const late = waiting(2, { orderedAt: after(AT_TWO, MINUTE) });
    expect(cut([waiting(1), late], after(AT_TWO, HOUR)).map(({ letters }) => letters)).toEqual([numbers(1)]);
  });

  it('is not cut before its time', () => {
    expect(cut([waiting(1), waiting(2)], after(AT_TWO, -MINUTE))).toEqual([]);
  });

  it('that is full goes before its time', () => {
    const early = after(AT_TWO, -MINUTE);
    expect(
      cut(
        [1, 2, 3, 4].map((n) => waiting(n)),
        early,
      ).map(({ letters }) => letters),
    ).toEqual([numbers(1, 2, 3)]);
  });

  it('is full by weight too', () => {
    const heavy = [1, 2].map((n) => waiting(n, { sizeBytes: MOST_BYTES - 1 }));
    expect(cut(heavy).map(({ letters }) => letters)).toEqual([numbers(1), numbers(2)]);
  });

  it('is of one kind: class, colour, sides, envelope, and protected letters by themselves', () => {
    const letters = [
      waiting(1),
      waiting(2, { class: 'LETTER_ADVICE_OF_RECEIPT' }),
      waiting(3, { options: { colour: true, duplex: true, rotateLandscapePages: false } }),
      waiting(4, { options: { colour: false, duplex: false, rotateLandscapePages: false } }),
      waiting(5, { envelope: 'C4' }),
      waiting(6, { restricted: true }),
      waiting(7, { options: { colour: false, duplex: true, rotateLandscapePages: true } }),
    ];
    expect(cut(letters).map(({ kind, letters: ids }) => [nameOfKind(kind), ids])).toEqual([
      ['letter-black-duplex-c5', numbers(1, 7)],
      ['receipt-black-duplex-c5', numbers(2)],
      ['letter-colour-duplex-c5', numbers(3)],
      ['letter-black-simplex-c5', numbers(4)],
      ['letter-black-duplex-c4', numbers(5)],
      ['letter-black-duplex-c5-restricted', numbers(6)],
    ]);
  });

  it('has a name that follows from its oldest letter', () => {
    expect(cut([waiting(1), waiting(2)])[0]?.batchId).toBe('2026-11-23-letter-black-duplex-c5-1-1-L1');
  });

  it('is what still waits, at once, where batches are cut no more', () => {
    const letters = [1, 2, 3, 4].map((n) => waiting(n, { orderedAt: NOON }));
    expect(batchesDue(letters, undefined, NOON).map(({ letters: ids }) => ids)).toEqual([numbers(1, 2, 3, 4)]);
  });
});

describe('where there is room for some', () => {
  it('registered letters go first, then later attempts, then the oldest', () => {
    const [first, second, third, fourth] = [1, 2, 3, 4].map((n) => waiting(n, { orderedAt: NOON }));
    if (!first || !second || !third || !fourth) throw new Error('no letters');
    const registered = { ...fourth, class: 'LETTER_ADVICE_OF_RECEIPT' as const };
    const again = { ...third, letterId: letterIdOf(third.deliveryId, 2) };
    const letters = [first, second, again, registered];
    const due = batchesDue(letters, undefined, NOON);
    const going = (room: number) => fitting(due, letters, room).flatMap(({ letters: ids }) => ids);
    expect(going(1)).toEqual([registered.letterId]);
    expect(new Set(going(2))).toEqual(new Set([registered.letterId, again.letterId]));
    expect(new Set(going(3))).toEqual(new Set([registered.letterId, again.letterId, first.letterId]));
    expect(going(-1)).toEqual([]);
    expect(fitting(due, letters, 4)).toEqual(due);
  });
});

describe('however letters wait', () => {
  const anyLetter = fc.record({
    minutes: fc.integer({ min: -3000, max: 100 }),
    sizeBytes: fc.constantFrom(9, MOST_BYTES / 2, MOST_BYTES + 1),
    envelope: fc.constantFrom('C5' as const, 'C4' as const, 'SPECIAL' as const),
    restricted: fc.boolean(),
  });
  const anyWaiting = fc
    .array(anyLetter, { maxLength: 30 })
    .map((all) =>
      all
        .toSorted((a, b) => a.minutes - b.minutes)
        .map(({ minutes, ...part }, i) => waiting(i + 1, { orderedAt: after(AT_TWO, minutes * MINUTE), ...part })),
    );

  it('each is in one batch at most, of its own kind, no larger than a batch may be, and none is late', () => {
    fc.assert(
      fc.property(anyWaiting, (letters) => {
        const batches = cut(letters);
        const taken = batches.flatMap((batch) => batch.letters);
        expect(new Set(taken).size).toBe(taken.length);
        expect(new Set(batches.map(({ batchId }) => batchId)).size).toBe(batches.length);
        const byId = new Map(letters.map((each) => [each.letterId, each]));
        for (const batch of batches) {
          const own = batch.letters.flatMap((id) => byId.get(id) ?? []);
          expect(own.map(kindOf)).toEqual(own.map(() => batch.kind));
          expect(own.length).toBeLessThanOrEqual(RULES.mostLetters);
          if (own.length > 1)
            expect(own.reduce((sum, each) => sum + each.sizeBytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
        }
        const left = letters.filter(({ letterId }) => !taken.includes(letterId));
        for (const each of left) expect(each.orderedAt > AT_TWO).toBe(true);
      }),
    );
  });
});
