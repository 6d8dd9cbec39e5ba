import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS_OF_ROLES, type Act, covers } from '#shared/domain/mandate/acts';
import { birthDateIn, hasReached } from '#shared/domain/mandate/age';
import { takeStep } from '#shared/domain/mandate/change-mandate';
import { type Mandate, endOf, powerOf, stateOf } from '#shared/domain/mandate/mandate';
import { isSameName } from '#shared/domain/mandate/same-name';
import { type Power, type PowerScope, isInForce, reaches } from '#shared/domain/message/power';
import { momentOn } from '#shared/kernel/calendar';
import { DAY, MINUTE, after, calendarDate, instantAt, millisecondsOf } from '#shared/kernel/time';
import { NOON, SERVICE } from '#test/builders/messages';
import { GIVER, HOLDER, mandateOf, withFacts } from '#test/builders/messages-mandates';
import { recipientNo } from '#test/builders/messages-stored';

const accepted = (part: Partial<Mandate> = {}) => withFacts(mandateOf(part), 'ACCEPTED');
const MINUTE_LATER = after(NOON, MINUTE);

describe('a mandate', () => {
  it.each([
    ['offered', mandateOf(), NOON, 'OFFERED'],
    ['accepted', accepted(), MINUTE_LATER, 'IN_FORCE'],
    ['accepted before its first day', accepted({ validFrom: after(NOON, DAY) }), MINUTE_LATER, 'COMING'],
    ['accepted, at its first moment', accepted({ validFrom: after(NOON, DAY) }), after(NOON, DAY), 'IN_FORCE'],
    ['a moment before its end', accepted({ validTo: after(NOON, DAY) }), after(NOON, DAY - 1), 'IN_FORCE'],
    ['at its end', accepted({ validTo: after(NOON, DAY) }), after(NOON, DAY), 'EXPIRED'],
    ['never answered, at its end', mandateOf({ validTo: after(NOON, DAY) }), after(NOON, DAY), 'EXPIRED'],
    ['declined', withFacts(mandateOf(), 'DECLINED'), MINUTE_LATER, 'DECLINED'],
    ['cancelled as an offer', withFacts(mandateOf(), 'CANCELLED'), MINUTE_LATER, 'CANCELLED'],
    ['cancelled by its giver', withFacts(mandateOf(), 'ACCEPTED', 'CANCELLED'), after(NOON, DAY), 'CANCELLED'],
    ['given up by its holder', withFacts(mandateOf(), 'ACCEPTED', 'GIVEN_UP'), after(NOON, DAY), 'CANCELLED'],
  ])('%s is', (_, given, at, state) => {
    expect(stateOf(given, at)).toBe(state);
    expect(powerOf(given, at) !== undefined).toBe(state === 'IN_FORCE');
  });

  it('given to a date ends when that day does in Helsinki, winter or summer', () => {
    const until = (day: string) => momentOn(calendarDate.parse(day));
    for (const [next, end] of [
      ['2026-12-01', '2026-11-30T22:00:00.000Z'],
      ['2026-07-01', '2026-06-30T21:00:00.000Z'],
    ] as const)
      expect(endOf(accepted({ validTo: until(next) }))).toBe(end);
  });

  it('gives a power only in its time and only for its scope, whatever happened to it in whatever order', () => {
    const type = fc.constantFrom('ACCEPTED', 'DECLINED', 'CANCELLED', 'GIVEN_UP');
    const moment = fc.integer({ min: -3, max: 3 }).map((days) => instantAt(millisecondsOf(NOON) + days * DAY));
    const arbitrary = fc.record({
      facts: fc.array(type, { maxLength: 3 }),
      validFrom: moment,
      validTo: fc.option(moment, { nil: undefined }),
      at: moment,
      matterId: fc.constantFrom('M1', 'M2', undefined),
    });
    fc.assert(
      fc.property(arbitrary, ({ facts, validFrom, validTo, at, matterId }) => {
        const scope: PowerScope = { type: 'MATTERS', matters: [{ serviceId: SERVICE, matterId: 'M1' }] };
        const power = powerOf(withFacts(mandateOf({ scope, validFrom, validTo }), ...facts), at);
        const ended = facts.some((each) => each !== 'ACCEPTED');
        const inTime = validFrom <= at && (validTo === undefined || at < validTo);
        expect(power !== undefined).toBe(facts.includes('ACCEPTED') && !ended && inTime);
        if (!power) return;
        expect(isInForce(power, at)).toBe(true);
        expect(reaches(power, { serviceId: SERVICE, matterId })).toBe(matterId === 'M1');
      }),
    );
  });
});

describe('a step', () => {
  const by = { role: 'SELF' } as const;
  const step = (given: Mandate, wanted: Parameters<typeof takeStep>[1], party = HOLDER) =>
    takeStep(given, wanted, { party, by, at: after(NOON, 5 * MINUTE) });
  const typesAfter = (given: Mandate, wanted: Parameters<typeof takeStep>[1], party = HOLDER) => {
    const taken = step(given, wanted, party);
    return taken.ok ? taken.value.facts.map(({ type }) => type) : taken.refusal.kind;
  };

  it.each([
    ['the holder accepts', mandateOf(), 'ACCEPT', HOLDER, ['GIVEN', 'ACCEPTED']],
    ['the holder accepts again', accepted(), 'ACCEPT', HOLDER, ['GIVEN', 'ACCEPTED']],
    ['the holder declines', mandateOf(), 'DECLINE', HOLDER, ['GIVEN', 'DECLINED']],
    ['the holder ends an offer', mandateOf(), 'END', HOLDER, ['GIVEN', 'DECLINED']],
    ['the holder gives it up', accepted(), 'END', HOLDER, ['GIVEN', 'ACCEPTED', 'GIVEN_UP']],
    ['the giver cancels an offer', mandateOf(), 'END', GIVER, ['GIVEN', 'CANCELLED']],
    ['the giver cancels', accepted(), 'END', GIVER, ['GIVEN', 'ACCEPTED', 'CANCELLED']],
    ['the giver cancels again', withFacts(mandateOf(), 'CANCELLED'), 'END', GIVER, ['GIVEN', 'CANCELLED']],
    ['the giver accepts for the holder', mandateOf(), 'ACCEPT', GIVER, 'mandate-unknown'],
    ['the giver declines for the holder', mandateOf(), 'DECLINE', GIVER, 'mandate-unknown'],
    ['somebody else ends it', accepted(), 'END', recipientNo(3), 'mandate-unknown'],
    ['somebody else accepts', mandateOf(), 'ACCEPT', recipientNo(3), 'mandate-unknown'],
    ['a cancelled one is accepted', withFacts(mandateOf(), 'CANCELLED'), 'ACCEPT', HOLDER, 'mandate-settled'],
    ['a declined one is accepted', withFacts(mandateOf(), 'DECLINED'), 'ACCEPT', HOLDER, 'mandate-settled'],
    ['an accepted one is declined', accepted(), 'DECLINE', HOLDER, 'mandate-settled'],
    ['an expired one is accepted', mandateOf({ validTo: MINUTE_LATER }), 'ACCEPT', HOLDER, 'mandate-settled'],
  ] as const)('%s', (_, given, wanted, party, outcome) => {
    expect(typesAfter(given, wanted, party)).toEqual(outcome);
  });

  it('is never earlier than the one before it', () => {
    const given = mandateOf({ facts: [{ type: 'GIVEN', at: after(NOON, DAY), by }] });
    const taken = step(given, 'END', GIVER);
    expect(taken.ok && taken.value.facts.at(-1)?.at).toBe(after(NOON, DAY));
  });
});

describe('what a role may do for another', () => {
  const power = (part: Partial<Power>): Power => ({
    mandateId: 'm',
    role: 'AGENT',
    source: 'GIVEN_HERE',
    scope: { type: 'WHOLE_MAILBOX' },
    mayReceiveService: false,
    validFrom: NOON,
    ...part,
  });
  const mayDo = (part: Partial<Power>, themes: Parameters<typeof covers>[2] = ['MAILBOX']): Act[] =>
    ACTS_OF_ROLES.REPRESENTATIVE.filter((act) => covers(power(part), act, themes));

  it('is everything but own data for who represents an organisation', () => {
    expect(mayDo({ role: 'REPRESENTATIVE' })).toEqual(
      ACTS_OF_ROLES.REPRESENTATIVE.filter((act) => act !== 'ASK_OWN_DATA'),
    );
  });

  it('is for a guardian to stand in for the child, and not to give mandates on', () => {
    expect(mayDo({ role: 'GUARDIAN' })).toEqual(ACTS_OF_ROLES.GUARDIAN.filter((act) => act !== 'ASK_OWN_DATA'));
    expect(mayDo({ role: 'GUARDIAN' })).not.toContain('GIVE_MANDATES');
  });

  it.each<[string, Partial<Power>, Act[]]>([
    ['the whole mailbox', {}, ['READ_MAIL', 'ANSWER', 'WRITE']],
    ['named matters', { scope: { type: 'MATTERS', matters: [] } }, ['READ_MAIL', 'ANSWER']],
    ['own data alone', { themes: ['OWN_DATA'] }, []],
  ])('is for an agent of %s to deal with the mail, and no more', (_, part, acts) => {
    expect(mayDo(part)).toEqual(acts);
  });

  it('covers own data where the operator has switched that theme on and the mandate is for it', () => {
    const inUse = ['MAILBOX', 'OWN_DATA'] as const;
    expect(covers(power({ themes: ['MAILBOX', 'OWN_DATA'] }), 'ASK_OWN_DATA', inUse)).toBe(true);
    expect(covers(power({ themes: ['MAILBOX', 'OWN_DATA'] }), 'ASK_OWN_DATA', ['MAILBOX'])).toBe(false);
    expect(covers(power({}), 'ASK_OWN_DATA', inUse)).toBe(false);
    expect(covers(power({ role: 'GUARDIAN' }), 'ASK_OWN_DATA', inUse)).toBe(true);
  });

  it('is nothing of the mail where the operator has switched the mailbox off', () => {
    expect(mayDo({}, [])).toEqual([]);
  });
});

describe('the age of a child', () => {
  const day = (text: string) => calendarDate.parse(text);

  it.each([
    ['2011-11-24', '2026-11-23', false],
    ['2011-11-24', '2026-11-24', true],
    ['2012-02-29', '2027-02-27', false],
    ['2012-02-29', '2027-02-28', true],
  ])('born on %s is fifteen on %s: %s', (born, on, reached) => {
    expect(hasReached(15, { born: day(born), on: day(on) })).toBe(reached);
  });

  it.each([
    ['010190-900P', '1990-01-01'],
    ['010190Y900P', '1990-01-01'],
    ['311205F9996', '2005-12-31'],
    ['010100+9503', '1800-01-01'],
    ['2532004-3', undefined],
  ])('stands in the code %s: %s', (code, born) => {
    expect(birthDateIn(code)).toBe(born);
  });
});

describe('a name told', () => {
  it.each([
    ['Testilä Tessa', 'Testilä Tessa', true],
    ['tessa testilä', 'Testilä Tessa', true],
    ['Testilä, Tessa', 'Testilä Tessa Maria', true],
    ['  Tessa   Testilä ', 'Testilä Tessa', true],
    ['Tessa', 'Testilä Tessa', false],
    ['Testilä Paula', 'Testilä Tessa', false],
    ['Tessa Testila', 'Testilä Tessa', false],
    ['', 'Testilä Tessa', false],
    ['kuljetus oy', 'Kuljetus Oy', true],
    ['Kuljetus', 'Kuljetus Oy', false],
    ['Nokia', 'Nokia', true],
    ['Kuljetus Oy Ab', 'Kuljetus Oy', false],
  ])('%j is %j: %s', (given, registered, same) => {
    expect(isSameName(given, registered)).toBe(same);
  });
});
