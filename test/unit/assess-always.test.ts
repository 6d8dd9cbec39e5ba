import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeliveryFact, type NumberedFact, numbered } from '#shared/domain/message/facts';
import {
  type Assessment,
  type History,
  assess,
  servedBy,
  serviceMoment,
} from '#shared/domain/service-of-document/assess';
import { isWorkingDay } from '#shared/kernel/working-day';
import { after, DAY, helsinkiDay } from '#shared/kernel/time';
import { decisionOf } from '#test/builders/domain';
import {
  bouncedFact,
  closedFact,
  decidedFact,
  noticeSentFact,
  openedFact,
  openedLateFact,
  postalFact,
  postedAssumedFact,
  rebuttedFact,
  storedFact,
} from '#test/builders/domain-facts';
import { date, fellBackAt, letterOfAttempt, letterTold, moment } from '#test/builders/domain-service';

const START = moment('2026-11-23T08:15:00Z');
const instants = fc.integer({ min: 0, max: 30 * DAY }).map((ms) => after(START, ms));
const days = instants.map(helsinkiDay);
const attempts = fc.integer({ min: 1, max: 3 });
const classes = fc.constantFrom('LETTER' as const, 'LETTER_ADVICE_OF_RECEIPT' as const);
const channels = fc.constantFrom('ELECTRONIC', 'LETTER', 'LETTER_ADVICE_OF_RECEIPT', 'HOLD', 'MANUAL', 'UNDELIVERABLE');
const sets = fc.constantFrom('fi-2003', 'fi-2016', 'wg-2019', 'fi-2026-draft');

const providerFact: fc.Arbitrary<DeliveryFact> = fc
  .record({
    type: fc.constantFrom('PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED', 'RETURNED', 'ADDRESS_UNRESOLVED'),
    at: instants,
    postedOn: days,
    attempt: attempts,
    class: classes,
  })
  .map(({ type, attempt, at, ...rest }) =>
    postalFact(type, { at, reportedAt: at, letterId: letterOfAttempt(attempt), ...rest }),
  );

const ownFact: fc.Arbitrary<DeliveryFact> = fc.oneof(
  fc
    .record({ channel: channels, ruleSetId: sets, decidedAt: instants })
    .map((differing) => decidedFact(decisionOf(differing))),
  instants.map((at) => storedFact(at)),
  instants.map((at) => noticeSentFact(at)),
  fc.constantFrom('hard' as const, 'soft' as const).map((bounce) => bouncedFact(bounce)),
  instants.map((at) => openedFact(at)),
  instants.map((at) => openedLateFact(at)),
  instants.map((at) => fellBackAt(at)),
  fc
    .record({ handed: instants, attempt: attempts, class: classes })
    .map((told) => letterTold(told)[1] ?? fellBackAt(START)),
  days.map((postedOn) => postedAssumedFact(postedOn)),
  days.map((on) => closedFact({ date: on })),
  days.map((servedOn) => rebuttedFact({ servedOn })),
);

const histories: fc.Arbitrary<History> = fc.record({
  kind: fc.constantFrom('ORDINARY' as const, 'VERIFIABLE' as const),
  terms: fc.option(
    fc.record({
      appealPeriod: fc.option(fc.record({ days: fc.integer({ min: 1, max: 90 }) }), { nil: undefined }),
      obligatingOverridden: fc.option(fc.boolean(), { nil: undefined }),
      recipientKind: fc.option(fc.constantFrom('AUTHORITY' as const, 'COMPANY' as const), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  facts: fc
    .array(fc.oneof(ownFact, providerFact), { maxLength: 12 })
    .map((facts) => numbered([decidedFact({ decidedAt: START }), ...facts])),
});

const hasDay = ({ status }: Assessment) => status === 'DEEMED' || status === 'SERVED';

describe('whatever has happened to a delivery', () => {
  it('its assessment is the same in whatever order the facts are replayed, and twice', () => {
    const replayed = histories.chain((history) =>
      fc
        .shuffledSubarray([...history.facts, ...history.facts], { minLength: history.facts.length * 2 })
        .map((facts) => ({ history, facts })),
    );
    fc.assert(
      fc.property(replayed, ({ history, facts }) => {
        expect(assess({ ...history, facts })).toEqual(assess(history));
      }),
      { numRuns: 500 },
    );
  });

  it('it is the same in whatever order the print provider reports, late and doubled events included', () => {
    const road = letterTold({});
    const reports = fc.array(providerFact, { minLength: 1, maxLength: 6 });
    const shuffled = reports.chain((some) =>
      fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 }).map((other) => ({ some, other })),
    );
    const said = (facts: readonly DeliveryFact[]) => assess({ kind: 'ORDINARY', facts: numbered([...road, ...facts]) });
    fc.assert(
      fc.property(shuffled, ({ some, other }) => {
        expect(said(other)).toEqual(said(some));
      }),
      { numRuns: 500 },
    );
  });

  it('by the law no ordinary letter has a day before its posting is told or assumed, or an authority has it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const known = (attempt: number, { fact }: NumberedFact) =>
          'letterId' in fact &&
          fact.letterId === letterOfAttempt(attempt) &&
          ['POSTED', 'POSTED_ASSUMED', 'ARRIVED'].includes(fact.type);
        const presumed = assess(history).filter(
          ({ ruleSetId, channel, inputs }) =>
            ruleSetId !== 'wg-2019' &&
            channel === 'LETTER' &&
            inputs &&
            inputs.anchor !== 'CLOSING' &&
            inputs.anchor !== 'FINDING',
        );
        for (const { attempt } of presumed) expect(history.facts.some((each) => known(attempt, each))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a date goes with a status that has one, a deadline is a working day, and the newest attempt comes first', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const said = assess(history);
        for (const each of said) {
          expect(each.deemedDate !== undefined).toBe(
            hasDay(each) || (each.status === 'DOUBTFUL' && each.inputs !== undefined),
          );
          if (each.status === 'SERVED') expect(each.deemedAt).toBeDefined();
          if (each.appealLastDay) expect(isWorkingDay(each.appealLastDay)).toBe(true);
          if (!hasDay(each)) expect(each.appealLastDay).toBeUndefined();
        }
        const numbers = said.map(({ attempt }) => attempt);
        expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
        expect(said.filter(({ primary }) => primary)).toHaveLength(new Set(numbers).size);
      }),
      { numRuns: 500 },
    );
  });

  it('the document counts as served from the first day any attempt gives by the primary set', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const said = assess(history).filter((each) => each.primary && hasDay(each));
        const service = servedBy(assess(history));
        expect(service?.deemedDate).toBe(said.map(({ deemedDate }) => deemedDate ?? '').sort()[0]);
        if (service) expect(helsinkiDay(serviceMoment(service))).toBe(service.deemedDate);
      }),
    );
  });

  it('nothing in it makes a day before anything was done', () => {
    const earliest = date('2026-11-23');
    fc.assert(
      fc.property(histories, (history) => {
        for (const { deemedDate } of assess(history)) if (deemedDate) expect(deemedDate >= earliest).toBe(true);
      }),
    );
  });
});
