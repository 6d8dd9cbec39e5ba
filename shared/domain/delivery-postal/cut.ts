import { type Batch, kindOf, nameOfKind } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { letterIdOf } from '#shared/domain/message/ids';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type Instant, helsinkiDay } from '#shared/kernel/time';

/** How an operator wants batches cut. */
export interface CutRules {
  /** Times of the day in Helsinki, `HH:MM`, earliest first; at least one. */
  readonly times: readonly string[];
  /** Letters of a full batch. A kind with as many waiting is cut without waiting for the time. */
  readonly mostLetters: number;
}

/** Bytes of a full batch: what an inserter takes over in one go. One letter alone may be larger. */
export const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The batches that are due, each of one kind, of letters that wait, oldest first. A letter goes with the first time of day
 * after its order, or before that in a full batch. The name of a batch follows from its oldest letter, so a cut that was cut
 * short plans the same batch under the same name.
 *
 * @param waiting oldest first
 * @param rules nothing: batches are not cut any more, and what still waits goes now
 */
export function batchesDue(waiting: readonly Letter[], rules: CutRules | undefined, now: Instant): readonly Batch[] {
  const kinds = Map.groupBy(waiting, (letter) => nameOfKind(kindOf(letter)));
  return [...kinds.values()].flatMap((letters) => batchesOfKind(letters, rules, now));
}

/**
 * What is due, no more letters than there is room for: registered letters first, then later attempts, whose recipients have
 * waited longest, then the oldest. What is left waits for the next cut.
 *
 * @param waiting the letters that batches name, oldest first
 */
export function fitting(due: readonly Batch[], waiting: readonly Letter[], room: number): readonly Batch[] {
  const ids = new Set(due.flatMap(({ letters }) => letters));
  if (ids.size <= room) return due;
  const first = waiting
    .filter(({ letterId }) => ids.has(letterId))
    .toSorted((a, b) => urgency(b) - urgency(a))
    .slice(0, Math.max(0, room));
  const going = new Set(first.map(({ letterId }) => letterId));
  return due
    .map((batch) => ({ ...batch, letters: batch.letters.filter((id) => going.has(id)) }))
    .filter(({ letters }) => letters.length > 0);
}

/** A receipt takes its time to come back, and what it proves waits for it. */
function urgency({ class: letterClass, deliveryId, letterId }: Letter): number {
  if (letterClass === 'LETTER_ADVICE_OF_RECEIPT') return 2;
  return letterId === letterIdOf(deliveryId, 1) ? 0 : 1;
}

/** The last time of day at which batches were cut, now included. */
export function lastCut({ times }: Pick<CutRules, 'times'>, now: Instant): Instant | undefined {
  const today = helsinkiDay(now);
  const moments = [addDays(today, -1), today].flatMap((day) => times.map((time) => momentOn(day, time)));
  return moments.findLast((moment) => moment <= now);
}

function batchesOfKind(letters: readonly Letter[], rules: CutRules | undefined, now: Instant): Batch[] {
  const most = rules?.mostLetters ?? letters.length;
  const until = rules ? lastCut(rules, now) : now;
  return portions(letters, most)
    .map((portion) =>
      portion.full ? portion.letters : portion.letters.filter(({ orderedAt }) => isDue(orderedAt, until)),
    )
    .flatMap((taken) => batchOf(taken, now));
}

function isDue(orderedAt: Instant, until: Instant | undefined): boolean {
  return until !== undefined && orderedAt <= until;
}

interface Portion {
  readonly letters: readonly Letter[];
  readonly full: boolean;
}

/** Each as large as a batch may be; only the last is not full. */
function portions(letters: readonly Letter[], most: number): Portion[] {
  const all: Letter[][] = [];
  let bytes = 0;
  for (const letter of letters) {
    const last = all.at(-1);
    const fits = last !== undefined && last.length < most && bytes + letter.sizeBytes <= MOST_BYTES;
    if (fits) last.push(letter);
    else all.push([letter]);
    bytes = fits ? bytes + letter.sizeBytes : letter.sizeBytes;
  }
  return all.map((each, i) => ({ letters: each, full: i < all.length - 1 || each.length >= most }));
}

function batchOf(letters: readonly Letter[], now: Instant): Batch[] {
  const [oldest] = letters;
  if (!oldest) return [];
  const kind = kindOf(oldest);
  const batchId = [helsinkiDay(oldest.orderedAt), nameOfKind(kind), oldest.letterId].join('-');
  return [{ batchId, kind, state: 'PLANNED', plannedAt: now, letters: letters.map(({ letterId }) => letterId) }];
}
