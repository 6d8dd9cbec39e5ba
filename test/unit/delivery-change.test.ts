import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type NewFact, changed } from '#shared/domain/service-of-document/delivery-change';
import { attemptToken } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE, after, later } from '#shared/kernel/time';
import { ATTEMPT, LETTER, NOON, decisionOf } from '#test/builders/domain';
import {
  acceptedFact,
  decidedFact,
  deliveryOf,
  openedFact,
  storedFact,
  notifiedFact,
} from '#test/builders/domain-facts';

const OTHER = attemptToken.parse('attempt-0002');
const CLAIM = { attempt: ATTEMPT, at: NOON, sends: 1 };
const STORED: NewFact = { type: 'MAILBOX_STORED' };
const DECIDED: NewFact = { type: 'DECIDED', decision: decisionOf() };
const changeOf = (differing: Partial<Change> = {}): Change => ({ attempt: ATTEMPT, at: NOON, ...differing });

describe('a change of a delivery', () => {
  it('appends facts and keeps those before', () => {
    const before = deliveryOf({ facts: [acceptedFact(), decidedFact()] });
    const made = changed(before, changeOf({ facts: [STORED] }));
    expect(made.facts).toEqual([...before.facts, { type: 'MAILBOX_STORED', at: NOON, attempt: ATTEMPT }]);
    expect(before.facts).toHaveLength(2);
  });

  it('marks the first fact of a write with its attempt, and no other', () => {
    const fallback: NewFact = { type: 'FALLBACK_STARTED', reason: 'NO_EADDRESS' };
    const { facts } = changed(deliveryOf(), changeOf({ facts: [fallback, DECIDED, STORED], attempt: OTHER }));
    expect(facts.map((fact) => fact.attempt)).toEqual([undefined, OTHER, undefined, undefined]);
  });

  it.each([
    ['is the clock’s', HOUR],
    ['is the same again', 0],
    ['is that of the fact before, where the clock steps back', -DAY],
  ])('has one moment, which %s', (_, step) => {
    const at = after(NOON, step);
    const { facts } = changed(deliveryOf({ facts: [acceptedFact(NOON)] }), changeOf({ facts: [DECIDED, STORED], at }));
    expect(facts.map((fact) => fact.at)).toEqual([NOON, later(NOON, at), later(NOON, at)]);
  });

  it('begins at the clock where there is no fact before', () => {
    expect(changed(deliveryOf({ facts: [] }), changeOf({ facts: [STORED] })).facts[0]?.at).toBe(NOON);
  });

  it('keeps everything else as it was', () => {
    const before = deliveryOf({ published: 1, kind: 'VERIFIABLE' });
    const made = changed(before, changeOf({ facts: [DECIDED] }));
    expect({ ...made, facts: before.facts, wakeAt: undefined }).toEqual({ ...before, wakeAt: undefined });
  });

  it.each([
    ['stays when nothing is said of it', undefined, CLAIM],
    ['is given up', null, undefined],
    ['is replaced', { ...CLAIM, sends: 2 }, { ...CLAIM, sends: 2 }],
  ])('leaves a claim that %s', (_, claim, expected) => {
    expect(changed(deliveryOf({ claim: CLAIM }), changeOf({ claim })).claim).toEqual(expected);
  });

  it('sets a claim where there was none', () => {
    expect(changed(deliveryOf(), changeOf({ claim: CLAIM })).claim).toEqual(CLAIM);
    expect(changed(deliveryOf(), changeOf()).claim).toBeUndefined();
  });

  it.each([
    ['when the mailbox is owed', deliveryOf(), { facts: [DECIDED] }, NOON],
    [
      'when evidence is waited for',
      deliveryOf({ facts: [decidedFact(), storedFact()], wakeAt: NOON }),
      { claim: CLAIM },
      after(NOON, 10 * MINUTE),
    ],
    [
      'never, once nothing is owed',
      deliveryOf({ facts: [decidedFact({ channel: 'MANUAL' }), notifiedFact()], wakeAt: NOON }),
      { facts: [] },
      undefined,
    ],
    [
      'as before, where that is early by little',
      deliveryOf({ wakeAt: after(NOON, -MINUTE) }),
      { facts: [DECIDED] },
      after(NOON, -MINUTE),
    ],
    [
      'for the feed, where the letter is ordered',
      deliveryOf({ facts: [decidedFact({ channel: 'LETTER' })], published: 1, wakeAt: NOON }),
      {
        facts: [{ type: 'HANDED_TO_POSTAL', letterId: LETTER, batchId: 'b', class: 'LETTER' } as const],
        at: after(NOON, HOUR),
      },
      after(NOON, HOUR),
    ],
  ])('wakes it %s', (_, before, change, wakeAt) => {
    expect(changed(before, changeOf(change)).wakeAt).toBe(wakeAt);
  });

  it('never moves time back, however the clock steps', () => {
    const steps = fc.array(fc.integer({ min: -DAY, max: DAY }), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (clock) => {
        const moments = clock
          .reduce(
            (delivery, step) => changed(delivery, changeOf({ facts: [STORED, DECIDED], at: after(NOON, step) })),
            deliveryOf({ facts: [openedFact()] }),
          )
          .facts.map(({ at }) => at);
        expect(moments).toEqual(moments.toSorted());
        expect(moments).toHaveLength(1 + 2 * clock.length);
      }),
    );
  });
});
