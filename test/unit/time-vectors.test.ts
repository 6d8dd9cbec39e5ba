import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { deadlineFrom, rawEndOf } from '#shared/domain/service-of-document/last-day-to-act';
import type { CalendarDate } from '#shared/kernel/time';
import { assessed, date, electronicAt, letterTold, moment, saidBy } from '#test/builders/domain-service';

const FILE = join(import.meta.dirname, '../../../shared/cases/time-vectors.json');

const vector = z.object({
  id: z.string(),
  rule: z.string(),
  input: z.object({
    noticeSentAt: z.optional(z.string()),
    postedOn: z.optional(z.string()),
    servedDate: z.optional(z.string()),
  }),
  expected: z.looseObject({
    deemedDate: z.optional(z.string()),
    appeal30RawEnd: z.optional(z.string()),
    appealLastDay: z.optional(z.string()),
    appealEndsAt: z.optional(z.string()),
  }),
});
type Vector = z.infer<typeof vector>;

const vectors = existsSync(FILE)
  ? z.object({ vectors: z.array(vector) }).parse(JSON.parse(readFileSync(FILE, 'utf8'))).vectors
  : [];

/** The day the law in force presumes service on, or the day that was shown. */
function servedOn({ input: { noticeSentAt, postedOn, servedDate = '' } }: Vector): CalendarDate | undefined {
  if (noticeSentAt !== undefined) return saidBy('fi-2016', assessed(electronicAt(moment(noticeSentAt))))?.deemedDate;
  if (postedOn === undefined) return date(servedDate);
  const handed = moment(`${postedOn}T08:00:00Z`);
  return saidBy('fi-2016', assessed(letterTold({ handed, postedOn })))?.deemedDate;
}

describe.skipIf(vectors.length === 0)('a document of the published vectors', () => {
  const dated = vectors.filter(({ rule }) => rule !== 'verifiable/window');

  it('is one of many', () => {
    expect(dated.length).toBeGreaterThan(15);
  });

  it.each(dated.map((each) => [each.id, each.rule, each] as const))(
    '%s, %s, has its day and its deadline',
    (_, __, each) => {
      const { deemedDate, appeal30RawEnd, appealLastDay, appealEndsAt } = each.expected;
      const served = servedOn(each);
      if (deemedDate !== undefined) expect(served).toBe(deemedDate);
      if (served === undefined) throw new Error('not served');
      const deadline = deadlineFrom(served, { days: 30 });
      expect(rawEndOf(served, { days: 30 })).toBe(appeal30RawEnd);
      expect(deadline).toEqual({ lastDay: appealLastDay, endsAt: appealEndsAt?.replace('Z', '.000Z') });
    },
  );
});
