import { describe, expect, it } from 'vitest';
import { type ChannelFacts, decideChannel } from '#shared/domain/channel/decide-channel';
import { ruleSetOf } from '#shared/domain/service-of-document/rule-sets';
import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import { ruleSetId } from '#shared/domain/message/decision';
import { HOUR, after, instant } from '#shared/kernel/time';
import {
  COMPANY,
  FOR_CONTACT,
  IN_REGISTER,
  IN_SWEDEN,
  NO_MAILBOX,
  OPENED_ONLY,
  WITHDRAWN,
  businessFactsOf,
  channelFactsOf,
} from '#test/builders/domain-channel';
import { NOON, postalAddressOf } from '#test/builders/domain';

const decided = (facts: Partial<ChannelFacts>, at = NOON) =>
  decideChannel(channelFactsOf(facts), { ruleSetId: 'wg-2019', at });
const toCompany = (facts: Partial<ChannelFacts>, at = NOON) =>
  decided({ recipient: COMPANY, business: businessFactsOf(), mailbox: OPENED_ONLY, ...facts }, at);

const PROCESS = postalAddressOf({ name: 'Prosessiosoite', streetAddress: 'PL 12' });
const PROCESS_BY_POST = { matter: { kind: 'POSTAL' }, addresses: { REGISTER: IN_REGISTER, PROCESS } } as const;

describe('what the recipient has chosen for a matter (C4)', () => {
  it.each([
    ['paper, whatever the consent', { matter: { kind: 'PAPER' } }, 'LETTER', 'MATTER_PAPER_CHOICE'],
    [
      'the mailbox as process address, without a consent',
      { matter: { kind: 'MESSAGES', usable: true }, mailbox: NO_MAILBOX },
      'ELECTRONIC',
      'PROCESS_ADDRESS_MAILBOX',
    ],
    [
      'a mailbox that no notice reaches, with a consent to all else',
      { matter: { kind: 'MESSAGES', usable: false } },
      'LETTER',
      'PROCESS_ADDRESS_UNUSABLE',
    ],
    [
      'the mailbox, for a message that has nothing a mailbox can show',
      { matter: { kind: 'MESSAGES', usable: true }, hasElectronicPart: false },
      'LETTER',
      'PROCESS_ADDRESS_UNUSABLE',
    ],
    ['a postal process address', PROCESS_BY_POST, 'LETTER', 'PROCESS_ADDRESS_POSTAL'],
  ] as const)('is %s', (_, facts, channel, reason) => {
    const path = decided(facts).path;
    expect(decided(facts)).toMatchObject({ channel, reason, facts: { matterChoice: facts.matter.kind } });
    expect(path[path.indexOf('C4') - 1]).toBe('C3');
  });

  it('gives way to a statute that asks for paper, and the letter still goes to the process address', () => {
    expect(decided({ ...PROCESS_BY_POST, statutoryPaperOnly: true })).toMatchObject({
      reason: 'STATUTE_PAPER_ONLY',
      path: ['C0b', 'C3', 'C10', 'A1'],
      facts: { addressSource: 'PROCESS' },
    });
  });

  it('has no effect on paper for an obliged business, and has with an exception', () => {
    const choice = { matter: { kind: 'PAPER' } } as const;
    expect(toCompany(choice)).toMatchObject({ channel: 'ELECTRONIC', reason: 'BUSINESS_OBLIGED' });
    const excepted = toCompany({ ...choice, business: businessFactsOf({ exceptionId: 'poikkeus-1' }) });
    expect(excepted).toMatchObject({ channel: 'LETTER', reason: 'MATTER_PAPER_CHOICE' });
    const beforeTheDuty = toCompany(choice, instant.parse('2022-12-01T10:00:00.000Z'));
    expect(beforeTheDuty).toMatchObject({ channel: 'LETTER', reason: 'MATTER_PAPER_CHOICE' });
  });

  it('is honoured by post for an obliged business in proceedings, with a flag', () => {
    expect(toCompany(PROCESS_BY_POST)).toMatchObject({
      channel: 'LETTER',
      reason: 'PROCESS_ADDRESS_POSTAL',
      flags: ['OBLIGED_POSTAL_PROCESS_ADDRESS'],
    });
    expect(decided(PROCESS_BY_POST).flags).toEqual([]);
  });
});

describe('the address of a letter in a matter with a process address (A1, A3)', () => {
  const sourceOf = (facts: Partial<ChannelFacts>) => {
    const { channel, reason, path, facts: frozen } = decided({ ...PROCESS_BY_POST, ...facts });
    return [channel, reason, path.at(-1), frozen.addressSource];
  };
  const addresses = { ...PROCESS_BY_POST.addresses, CONTACT: FOR_CONTACT };

  it('is that one', () => {
    expect(sourceOf({})).toEqual(['LETTER', 'PROCESS_ADDRESS_POSTAL', 'A1', 'PROCESS']);
  });

  it('is that one also where the PDF names another: a page with it is laid before', () => {
    expect(sourceOf({ addressIsInPdf: true })).toEqual(['LETTER', 'PROCESS_ADDRESS_POSTAL', 'A1', 'PROCESS']);
  });

  it('is that one for a protected person, before the contact address', () => {
    expect(sourceOf({ protectionOrder: true, addresses })).toEqual([
      'LETTER',
      'PROCESS_ADDRESS_POSTAL',
      'A3',
      'PROCESS',
    ]);
  });

  it('is the next one once a letter to it has come back', () => {
    const back = { returnedFrom: ['PROCESS'], paperBecause: 'RETURNED' } as const;
    expect(sourceOf(back)).toEqual(['LETTER', 'RETURNED', 'A2', 'REGISTER']);
    expect(sourceOf({ ...back, protectionOrder: true, addresses })).toEqual(['LETTER', 'RETURNED', 'A3', 'CONTACT']);
  });

  it('is nobody’s to print when it is abroad: it is not exchanged for another', () => {
    const abroad = { REGISTER: IN_REGISTER, PROCESS: IN_SWEDEN };
    expect(sourceOf({ addresses: abroad })).toEqual(['MANUAL', 'ABROAD', 'R10', undefined]);
  });
});

describe('under the bill of 2025', () => {
  const basis = ruleSetOf('fi-2026-draft').electronicBasis;

  it('a mailbox is basis enough until its holder opts out', () => {
    expect(decided({ basis })).toMatchObject({ channel: 'ELECTRONIC', reason: 'MAILBOX_ACTIVE' });
    expect(decided({ basis, mailbox: WITHDRAWN })).toMatchObject({ channel: 'LETTER', reason: 'OPTED_OUT' });
  });

  it.each(ruleSetId.options.filter((id) => id !== 'fi-2026-draft'))('and under %s consent is', (id) => {
    expect(ruleSetOf(id).electronicBasis).toBe('CONSENT');
  });
});

describe('an outage (C9)', () => {
  const outage = { outageId: 'katko-1', holdUntil: after(NOON, HOUR), prolonged: false };

  it('holds back what would go to the mailbox', () => {
    expect(decided({ outages: [outage] })).toMatchObject({
      channel: 'HOLD',
      reason: 'OUTAGE_SHORT',
      path: ['C0b', 'C3', 'C7', 'C9'],
      facts: { outageId: 'katko-1', holdUntil: after(NOON, HOUR) },
    });
    expect(decided({ outages: [outage] }).gateVersion).toBeUndefined();
  });

  it.each([
    ['declared prolonged', { ...outage, prolonged: true }],
    ['as long as it may last', { ...outage, holdUntil: NOON }],
  ])('that is %s sends it on paper', (_, each) => {
    expect(decided({ outages: [each] })).toMatchObject({
      channel: 'LETTER',
      reason: 'OUTAGE_PROLONGED',
      path: ['C0b', 'C3', 'C7', 'C9', 'C10', 'A2'],
      facts: { outageId: 'katko-1' },
    });
  });

  it('among several holds until the first of them has lasted too long', () => {
    const later = { outageId: 'katko-2', holdUntil: after(NOON, 2 * HOUR), prolonged: false };
    expect(decided({ outages: [later, outage] }).facts).toMatchObject({ outageId: 'katko-1' });
    const prolonged = { ...later, prolonged: true };
    expect(decided({ outages: [outage, prolonged] })).toMatchObject({ reason: 'OUTAGE_PROLONGED' });
  });

  it('does not concern a letter', () => {
    expect(decided({ outages: [outage], mailbox: NO_MAILBOX })).toMatchObject({
      channel: 'LETTER',
      reason: 'NO_CONSENT',
    });
  });

  it('keeps a verifiable letter verifiable, and a protected person’s from an unsafe address', () => {
    const prolonged = { outages: [{ ...outage, prolonged: true }] };
    expect(decided({ ...prolonged, kind: 'VERIFIABLE' }).channel).toBe('LETTER_ADVICE_OF_RECEIPT');
    expect(decided({ ...prolonged, protectionOrder: true })).toMatchObject({ reason: 'PROTECTED_NO_SAFE_ADDRESS' });
  });
});

describe('the resolution of the recipient (stage A)', () => {
  it('leaves a person who has died to the authority, whatever the consent (R1)', () => {
    const decision = decided({ deceased: true });
    expect(decision).toMatchObject({ channel: 'MANUAL', reason: 'RECIPIENT_DECEASED', path: ['R1'] });
    expect(legalBasisOf(decision)).toEqual(['434/2003 § 57']);
  });

  it('names the rule an organisation and an authority are served by (R7, R7v, R9)', () => {
    const authority = { kind: 'AUTHORITY', capacity: 'BUSINESS' } as const;
    expect(decided({ recipient: COMPANY }).path[0]).toBe('R7');
    expect(decided({ recipient: COMPANY, kind: 'VERIFIABLE' }).path[0]).toBe('R7v');
    expect(decided({ recipient: authority }).path[0]).toBe('R9');
    expect(legalBasisOf(decided({ recipient: authority }))).toEqual(
      expect.arrayContaining(['434/2003 § 58', '434/2003 § 59']),
    );
    expect(decided({}).path[0]).toBe('C0b');
  });
});

describe('the words of a decision', () => {
  it.each(['fi', 'sv', 'en'] as const)(
    'quote KHO:2023:46 in %s where an obliging document was sent as ordinary',
    (language) => {
      const overridden = decided({ obligatingOverridden: true });
      expect(explain(overridden)[language]).toContain('KHO:2023:46');
      expect(explain(overridden)[language]).toContain(explain({ reason: 'CONSENT' })[language]);
      expect(explain(decided({}))[language]).not.toContain('KHO');
      expect(legalBasisOf(overridden)).toEqual(expect.arrayContaining(['434/2003 § 60', 'KHO:2023:46']));
    },
  );

  it.each([
    ['an upgrade for protection', { protectionNeed: true }, '13/2003 § 19'],
    ['a protection order', { protectionOrder: true }, '661/2009 § 36'],
    ['a process address', PROCESS_BY_POST, '808/2019 § 15'],
    [
      'an outage',
      { outages: [{ outageId: 'katko-1', holdUntil: after(NOON, HOUR), prolonged: false }] },
      '306/2019 § 4',
    ],
  ] as const)('name the law of %s', (_, facts, statute) => {
    expect(legalBasisOf(decided(facts))).toContain(statute);
  });
});
