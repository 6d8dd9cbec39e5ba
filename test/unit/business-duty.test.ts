import { describe, expect, it } from 'vitest';
import { type ChannelFacts, decideChannel } from '#shared/domain/channel/decide-channel';
import { recipientKind, ruleSetId } from '#shared/domain/message/decision';
import { ruleSetOf } from '#shared/domain/service-of-document/rule-sets';
import { instant } from '#shared/kernel/time';
import {
  COMPANY,
  CONSENTED,
  EMAIL_DEAD,
  IN_SWEDEN,
  NO_MAILBOX,
  OPENED_ONLY,
  WITHDRAWN,
  businessFactsOf,
  channelFactsOf,
} from '#test/builders/domain-channel';
import { NOON } from '#test/builders/domain';

const decided = (facts: Partial<ChannelFacts>, at = NOON) =>
  decideChannel(channelFactsOf(facts), { ruleSetId: 'wg-2019', at });
const toCompany = (facts: Partial<ChannelFacts>, at = NOON) =>
  decided({ recipient: COMPANY, business: businessFactsOf(), mailbox: OPENED_ONLY, ...facts }, at);

describe('a foreign organisation (C6.1)', () => {
  const foreign = { kind: 'FOREIGN_ORG', capacity: 'BUSINESS' } as const;
  const to = (facts: Partial<ChannelFacts>) => toCompany({ recipient: foreign, ...facts });

  it('is never obliged: electronic when it has activated a mailbox, else on paper', () => {
    expect(to({})).toMatchObject({ channel: 'ELECTRONIC', reason: 'FOREIGN_VOLUNTARY', flags: [] });
    expect(to({ mailbox: CONSENTED })).toMatchObject({ channel: 'ELECTRONIC', reason: 'FOREIGN_VOLUNTARY' });
    const letter = to({ mailbox: NO_MAILBOX });
    expect(letter).toMatchObject({ channel: 'LETTER', reason: 'FOREIGN_VOLUNTARY', flags: [] });
    expect(letter.facts.obliged).toBeUndefined();
  });

  it('without a mailbox and with an address abroad is served by hand', () => {
    expect(to({ mailbox: NO_MAILBOX, addresses: { REGISTER: IN_SWEDEN } })).toMatchObject({
      channel: 'MANUAL',
      reason: 'ABROAD',
      path: ['R7', 'C0b', 'C3', 'C6.1', 'A4', 'A5', 'R10'],
    });
  });

  it('is as free where the rule set has no duty at all', () => {
    expect(to({ business: businessFactsOf({ obligation: undefined }) })).toMatchObject({ reason: 'FOREIGN_VOLUNTARY' });
  });
});

describe('the phase of business messaging (C6.2)', () => {
  const ofSize = (employees: number | undefined, microPhase?: 1 | 2) =>
    toCompany({ business: businessFactsOf({ employees, microPhase }), mailbox: CONSENTED }).reason;

  it.each([
    [9, 1, 'BUSINESS_OBLIGED'],
    [0, 1, 'BUSINESS_OBLIGED'],
    [10, 1, 'PHASE_NOT_OPEN'],
    [undefined, 1, 'PHASE_NOT_OPEN'],
    [10, 2, 'BUSINESS_OBLIGED'],
    [10, undefined, 'BUSINESS_OBLIGED'],
  ] as const)('with %s employees in phase %s leads to %s', (employees, phase, reason) => {
    expect(ofSize(employees, phase)).toBe(reason);
  });

  it('is a gate of capability: consent is not asked, nor the duty', () => {
    const gated = toCompany({ business: businessFactsOf({ employees: 10, microPhase: 1 }), mailbox: CONSENTED });
    expect(gated).toMatchObject({ channel: 'LETTER', reason: 'PHASE_NOT_OPEN' });
    expect(gated.path).not.toContain('C7');
  });

  it.each(['AUTHORITY', 'ESTATE', 'BANKRUPTCY_ESTATE'] as const)('does not concern %s, which has no size', (kind) => {
    const recipient = { kind, capacity: 'BUSINESS' } as const;
    const business = businessFactsOf({ employees: undefined, microPhase: 1 });
    expect(toCompany({ recipient, business }).reason).toBe('KIND_NOT_OBLIGED');
  });

  it('does not concern a private matter', () => {
    const recipient = { kind: 'SOLE_TRADER', capacity: 'PRIVATE' } as const;
    const business = businessFactsOf({ employees: 10, microPhase: 1 });
    expect(decided({ recipient, business })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
  });
});

describe('a business the duty does not bind (C6.3)', () => {
  const EVE = instant.parse('2022-12-31T21:59:59.999Z');
  const NEW_YEAR = instant.parse('2022-12-31T22:00:00.000Z');

  it('is free to the last moment of 2022 in Helsinki, and bound from the first of 2023', () => {
    expect(toCompany({}, EVE)).toMatchObject({ channel: 'LETTER', reason: 'OBLIGATION_NOT_ACTIVE' });
    expect(toCompany({}, NEW_YEAR)).toMatchObject({ channel: 'ELECTRONIC', reason: 'BUSINESS_OBLIGED' });
  });

  it.each([
    ['before the day of the duty', {}, EVE, 'OBLIGATION_NOT_ACTIVE'],
    ['of a kind it does not name', { recipient: { kind: 'ESTATE', capacity: 'BUSINESS' } }, NOON, 'KIND_NOT_OBLIGED'],
    [
      'written to by a service that is not digital',
      { business: businessFactsOf({ serviceIsDigital: false }) },
      NOON,
      'SERVICE_NOT_DIGITAL',
    ],
  ] as const)('%s gets electronic mail by its own consent, else a letter that says so', (_, facts, at, reason) => {
    expect(toCompany({ ...facts, mailbox: CONSENTED }, at)).toMatchObject({
      channel: 'ELECTRONIC',
      reason: 'ACTIVATED',
    });
    expect(toCompany(facts, at)).toMatchObject({ channel: 'LETTER', reason, facts: { obliged: false } });
    expect(toCompany({ ...facts, mailbox: WITHDRAWN }, at).reason).toBe('WITHDRAWN');
    expect(toCompany({ ...facts, mailbox: EMAIL_DEAD }, at).reason).toBe('NO_EADDRESS');
  });

  it.each(recipientKind.options)('has the kinds the working group named: %s', (kind) => {
    const named = ['SOLE_TRADER', 'COMPANY', 'ASSOCIATION', 'FOUNDATION', 'HOUSING_COMPANY'];
    expect(ruleSetOf('wg-2019').obligation?.kinds.includes(kind)).toBe(named.includes(kind));
  });

  it.each(ruleSetId.options)('is every business under a rule set without the duty: %s', (id) => {
    expect(ruleSetOf(id).obligation !== undefined).toBe(id === 'wg-2019');
    if (id === 'wg-2019') return;
    const free = toCompany({ business: businessFactsOf({ obligation: ruleSetOf(id).obligation }) });
    expect(free).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
    expect(free.facts.obliged).toBeUndefined();
  });
});

describe('an obliged business (C6.4 to C6.6)', () => {
  it('gets electronic mail without being asked', () => {
    expect(toCompany({})).toMatchObject({
      channel: 'ELECTRONIC',
      reason: 'BUSINESS_OBLIGED',
      path: ['R7', 'C0b', 'C3', 'C6.4', 'C6.5'],
      gateVersion: 2,
      facts: { obliged: true, employees: 5 },
    });
  });

  it('gets a letter while an exception is in force, though its mailbox is open', () => {
    const excepted = toCompany({ business: businessFactsOf({ exceptionId: 'poikkeus-1' }) });
    expect(excepted).toMatchObject({
      channel: 'LETTER',
      reason: 'EXCEPTION_INDIVIDUAL',
      flags: [],
      facts: { exceptionId: 'poikkeus-1' },
    });
  });

  it.each([
    ['none', NO_MAILBOX],
    ['one it has closed', WITHDRAWN],
    ['one that notices do not reach', EMAIL_DEAD],
  ])('whose mailbox is %s gets a letter with a flag', (_, mailbox) => {
    expect(toCompany({ mailbox })).toMatchObject({
      channel: 'LETTER',
      reason: 'NO_MAILBOX',
      flags: ['OBLIGATION_NOT_MET'],
    });
  });

  it('keeps the flag where no letter can go either', () => {
    expect(toCompany({ mailbox: NO_MAILBOX, addresses: {} })).toMatchObject({
      channel: 'UNDELIVERABLE',
      reason: 'NO_ADDRESS',
      flags: ['OBLIGATION_NOT_MET'],
    });
  });
});
