import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { reminderAt, windowFrom } from '#shared/domain/service-of-document/window';
import { addDays, daysBetween } from '#shared/kernel/calendar';
import { isWorkingDay } from '#shared/kernel/working-day';
import { DAY, HOUR, type Instant, after, elapsed, helsinkiDay, instant, instantAt } from '#shared/kernel/time';

const at = (text: string): Instant => instant.parse(text.replace(/:(\d\d)Z$/, ':$1.000Z'));

const VECTORS = join(import.meta.dirname, '../../../shared/cases/time-vectors.json');

const expectation = z.object({
  reminderDate: z.string(),
  strictEnd: z.string(),
  strictFallbackAt: z.string(),
  rolledEnd: z.string(),
  rolledFallbackAt: z.string(),
});
const vectors = z.object({
  vectors: z.array(
    z.looseObject({ id: z.string(), rule: z.string(), input: z.looseObject({}), expected: z.unknown() }),
  ),
});

function windowVectors() {
  if (!existsSync(VECTORS)) return [];
  return vectors
    .parse(JSON.parse(readFileSync(VECTORS, 'utf8')))
    .vectors.filter(({ rule }) => rule === 'verifiable/window')
    .map(({ id, input, expected }) => {
      const { noticeSentAt } = z.looseObject({ noticeSentAt: z.string() }).parse(input);
      return [id, at(noticeSentAt), expectation.parse(expected)] as const;
    });
}

describe.skipIf(!existsSync(VECTORS))('the window of the common vectors', () => {
  it.each(windowVectors())('%s', (_, noticedAt, { reminderDate, ...expected }) => {
    const strict = windowFrom(noticedAt, 'NONE');
    const rolled = windowFrom(noticedAt);
    expect(helsinkiDay(reminderAt(noticedAt, 'VERIFIABLE'))).toBe(reminderDate);
    expect({ end: strict.endsAt, fallback: strict.fallbackAt }).toEqual({
      end: at(expected.strictEnd),
      fallback: at(expected.strictFallbackAt),
    });
    expect({ end: rolled.endsAt, fallback: rolled.fallbackAt }).toEqual({
      end: at(expected.rolledEnd),
      fallback: at(expected.rolledFallbackAt),
    });
  });
});

describe('the window of a verifiable message', () => {
  it.each([
    ['AC-09: a Monday noon', '2026-11-23T08:15:00Z', '2026-11-30', '2026-11-30T22:00:00Z', '2026-12-01T04:00:00Z'],
    [
      'AC-11: half past midnight, over the end of summer time',
      '2026-10-20T21:30:00Z',
      '2026-10-28',
      '2026-10-28T22:00:00Z',
      '2026-10-29T04:00:00Z',
    ],
    [
      'over the beginning of summer time',
      '2027-03-22T21:30:00Z',
      '2027-03-30',
      '2027-03-30T21:00:00Z',
      '2027-03-31T03:00:00Z',
    ],
    [
      'that would end on a Saturday',
      '2026-11-21T10:00:00Z',
      '2026-11-30',
      '2026-11-30T22:00:00Z',
      '2026-12-01T04:00:00Z',
    ],
    [
      'that would end at Christmas',
      '2026-12-17T10:00:00Z',
      '2026-12-28',
      '2026-12-28T22:00:00Z',
      '2026-12-29T04:00:00Z',
    ],
    ['that would end at Easter', '2027-03-19T10:00:00Z', '2027-03-30', '2027-03-30T21:00:00Z', '2027-03-31T03:00:00Z'],
    [
      'that ends on a Friday: the letter goes on Monday',
      '2026-11-20T10:00:00Z',
      '2026-11-27',
      '2026-11-27T22:00:00Z',
      '2026-11-30T04:00:00Z',
    ],
  ])('%s', (_, noticedAt, lastDay, endsAt, fallbackAt) => {
    expect(windowFrom(at(noticedAt))).toEqual({ lastDay, endsAt: at(endsAt), fallbackAt: at(fallbackAt) });
  });

  it('ends on the seventh day itself where the terms do not roll it', () => {
    expect(windowFrom(at('2026-12-18T10:00:00Z'), 'NONE').lastDay).toBe('2026-12-25');
    expect(windowFrom(at('2026-12-18T10:00:00Z')).lastDay).toBe('2026-12-28');
  });

  const moment = fc
    .integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') })
    .map(instantAt);

  it('is counted in days of Helsinki, never in 168 hours', () => {
    fc.assert(
      fc.property(moment, (noticedAt) => {
        const { lastDay, endsAt } = windowFrom(noticedAt, 'NONE');
        expect(daysBetween(helsinkiDay(noticedAt), lastDay)).toBe(7);
        expect(helsinkiDay(endsAt)).toBe(addDays(lastDay, 1));
        expect(helsinkiDay(after(endsAt, -1))).toBe(lastDay);
        expect(elapsed(noticedAt, endsAt)).toBeGreaterThanOrEqual(7 * DAY - HOUR);
      }),
    );
  });

  it('ends on a working day and is followed by a letter on the next one, at six', () => {
    fc.assert(
      fc.property(moment, (noticedAt) => {
        const { lastDay, endsAt, fallbackAt } = windowFrom(noticedAt);
        expect([isWorkingDay(lastDay), isWorkingDay(helsinkiDay(fallbackAt))]).toEqual([true, true]);
        expect(daysBetween(helsinkiDay(noticedAt), lastDay)).toBeGreaterThanOrEqual(7);
        expect(elapsed(endsAt, fallbackAt)).toBeGreaterThanOrEqual(6 * HOUR - HOUR);
        expect(lastDay >= windowFrom(noticedAt, 'NONE').lastDay).toBe(true);
      }),
    );
  });
});

describe('the reminder', () => {
  it.each([
    ['of a verifiable message is on the third day', 'VERIFIABLE', '2026-11-23T08:15:00Z', '2026-11-26T07:00:00Z'],
    ['of an ordinary message is on the seventh day', 'ORDINARY', '2026-11-23T08:15:00Z', '2026-11-30T07:00:00Z'],
    ['counts days of Helsinki', 'VERIFIABLE', '2026-10-20T21:30:00Z', '2026-10-24T06:00:00Z'],
    [
      'comes at nine on either side of the end of summer time',
      'VERIFIABLE',
      '2026-10-23T10:00:00Z',
      '2026-10-26T07:00:00Z',
    ],
    ['comes at nine on either side of its beginning', 'VERIFIABLE', '2027-03-26T10:00:00Z', '2027-03-29T06:00:00Z'],
    ['comes on a day off as well', 'VERIFIABLE', '2026-12-22T10:00:00Z', '2026-12-25T07:00:00Z'],
  ] as const)('%s', (_, kind, noticedAt, expected) => {
    expect(reminderAt(at(noticedAt), kind)).toBe(at(expected));
  });
});
