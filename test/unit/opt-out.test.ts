import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choseLetters,
  countedUnder,
  lastDayOfOptOut,
  mayOptOut,
  optedOutUntil,
  reactivated,
} from '#shared/domain/consent/opt-out';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { calendarDate } from '#shared/kernel/time';
import { consentRecordOf, gateOf } from '#test/builders/domain-consent';
import { ATTEMPT } from '#test/builders/domain';
import { SELF } from '#test/builders/domain-facts';

const day = (text: string) => calendarDate.parse(text);
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2026-01-01'), days));

const optedOut = (from: string) =>
  gateOf({
    electronic: false,
    consent: consentRecordOf({ action: 'OPT_OUT', basis: 'ACTIVE_MAILBOX', expiresOn: lastDayOfOptOut(day(from)) }),
  });

describe('the last day of an opt-out', () => {
  it.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-11-23', '2027-05-23'],
    ['2026-12-31', '2027-06-30'],
    ['2027-03-31', '2027-09-30'],
  ])('of %s is %s', (from, until) => {
    expect(lastDayOfOptOut(day(from))).toBe(until);
  });
});

describe('a mailbox closed by an opt-out', () => {
  it('is never opened on or before its last day, and always the day after', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -200, max: 200 }), (from, days) => {
        const until = lastDayOfOptOut(from);
        const at = momentOn(addDays(until, days), '23:59');
        const after = reactivated(optedOut(from), SELF, { at, attempt: ATTEMPT });
        expect(after?.electronic).toBe(days > 0 ? true : undefined);
      }),
    );
  });

  it('moves the gate and its record, and owes a notice, when it opens', () => {
    const at = momentOn(day('2027-03-01'));
    expect(reactivated(optedOut('2026-08-31'), SELF, { at, attempt: ATTEMPT })).toMatchObject({
      version: 2,
      consent: { version: 2, action: 'REACTIVATED', basis: 'ACTIVE_MAILBOX' },
      owed: { '2-new': { kind: 'MAILBOX_REOPENED' } },
      wakeAt: at,
    });
  });

  it('can be closed anew; one that never was in use can not', () => {
    expect([mayOptOut(optedOut('2026-08-31')), mayOptOut(gateOf()), mayOptOut(undefined)]).toEqual([true, true, false]);
    expect(mayOptOut(gateOf({ electronic: false, consent: consentRecordOf({ action: 'WITHDRAW' }) }))).toBe(false);
  });
});

describe('under rules that ask for a consent', () => {
  it.each([
    ['a consent', gateOf(), true, false],
    [
      'a mailbox in use by the draft alone',
      gateOf({ consent: consentRecordOf({ basis: 'ACTIVE_MAILBOX' }) }),
      false,
      true,
    ],
    ['an opt-out', optedOut('2026-08-31'), false, true],
  ])('%s counts as what it is', (_, gate, electronic, letters) => {
    const counted = countedUnder('CONSENT', gate);
    expect([counted.electronic, choseLetters(counted)]).toEqual([electronic, letters]);
    expect(countedUnder('ACTIVE_MAILBOX', gate)).toBe(gate);
  });

  it('a consent has no last day', () => {
    expect(optedOutUntil(gateOf())).toBeUndefined();
  });
});
