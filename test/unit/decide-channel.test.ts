import { describe, expect, it } from 'vitest';
import { type ChannelFacts, decideChannel, effectiveKind } from '#shared/domain/channel/decide-channel';
import {
  AT_AUTHORITY,
  COMPANY,
  EMAIL_DEAD,
  FOR_CONTACT,
  IN_SWEDEN,
  NO_MAILBOX,
  WITHDRAWN,
  channelFactsOf,
} from '#test/builders/domain-channel';
import { NOON } from '#test/builders/domain';

const UNDER = { ruleSetId: 'fi-2016', at: NOON } as const;
const decided = (facts: Partial<ChannelFacts>) => decideChannel(channelFactsOf(facts), UNDER);

const TRIED = ['C0b', 'C3', 'C7', 'C8'];
const AOR = 'LETTER_ADVICE_OF_RECEIPT';

/** Rows of domain.md 3.4: what is known, the channel of an ordinary and of a verifiable message, reason and path. */
const MATRIX = [
  ['consent and e-mail', {}, 'ELECTRONIC', 'ELECTRONIC', 'CONSENT', ['C0b', 'C3', 'C7']],
  [
    'consent, e-mail and a protection order',
    { protectionOrder: true },
    'ELECTRONIC',
    'ELECTRONIC',
    'CONSENT',
    ['C0b', 'C3', 'C5', 'C7'],
  ],
  [
    'an organisation’s mailbox',
    { recipient: COMPANY },
    'ELECTRONIC',
    'ELECTRONIC',
    'ACTIVATED',
    ['R7', 'C0b', 'C3', 'C7'],
  ],
  [
    'consent, and an address abroad',
    { addresses: { REGISTER: IN_SWEDEN } },
    'ELECTRONIC',
    'ELECTRONIC',
    'CONSENT',
    ['C0b', 'C3', 'C7'],
  ],
  ['consent, and no address', { addresses: {} }, 'ELECTRONIC', 'ELECTRONIC', 'CONSENT', ['C0b', 'C3', 'C7']],
  [
    'no id',
    { recipient: undefined, mailbox: NO_MAILBOX, addresses: { AUTHORITY: AT_AUTHORITY } },
    'LETTER',
    AOR,
    'NO_ID',
    ['C0b', 'C10', 'A2'],
  ],
  [
    'no id, and a PDF with the address',
    { recipient: undefined, mailbox: NO_MAILBOX, addressIsInPdf: true },
    'LETTER',
    AOR,
    'NO_ID',
    ['C0b', 'C10', 'A0'],
  ],
  [
    'no id, and an address abroad',
    { recipient: undefined, addresses: { AUTHORITY: IN_SWEDEN } },
    'MANUAL',
    'MANUAL',
    'ABROAD',
    ['C0b', 'A2', 'A5', 'R10'],
  ],
  [
    'a statute that asks for paper',
    { statutoryPaperOnly: true },
    'LETTER',
    AOR,
    'STATUTE_PAPER_ONLY',
    ['C0b', 'C3', 'C10', 'A2'],
  ],
  [
    'a statute that asks for paper, and no id',
    { statutoryPaperOnly: true, recipient: undefined },
    'LETTER',
    AOR,
    'NO_ID',
    ['C0b', 'C10', 'A2'],
  ],
  ['no mailbox', { mailbox: NO_MAILBOX }, 'LETTER', AOR, 'NO_CONSENT', [...TRIED, 'C10', 'A2']],
  ['a consent withdrawn', { mailbox: WITHDRAWN }, 'LETTER', AOR, 'WITHDRAWN', [...TRIED, 'C10', 'A2']],
  [
    'consent, and an e-mail that is dead',
    { mailbox: EMAIL_DEAD },
    'LETTER',
    AOR,
    'NO_EADDRESS',
    [...TRIED, 'C10', 'A2'],
  ],
  [
    'consent, and nothing a mailbox can show',
    { hasElectronicPart: false },
    'LETTER',
    AOR,
    'NO_CONSENT',
    [...TRIED, 'C10', 'A2'],
  ],
  [
    'an organisation without a mailbox',
    { recipient: COMPANY, mailbox: NO_MAILBOX },
    'LETTER',
    AOR,
    'NO_CONSENT',
    ['R7', ...TRIED, 'C10', 'A4'],
  ],
  [
    'no consent, and a PDF with the address',
    { mailbox: NO_MAILBOX, addressIsInPdf: true },
    'LETTER',
    AOR,
    'NO_CONSENT',
    [...TRIED, 'C10', 'A0'],
  ],
  [
    'no consent, a protection order and a contact address',
    { mailbox: NO_MAILBOX, protectionOrder: true, addresses: { CONTACT: FOR_CONTACT } },
    'LETTER',
    AOR,
    'NO_CONSENT',
    ['C0b', 'C3', 'C5', 'C7', 'C8', 'C10', 'A3'],
  ],
  [
    'no consent, a protection order and no safe address',
    { mailbox: NO_MAILBOX, protectionOrder: true },
    'MANUAL',
    'MANUAL',
    'PROTECTED_NO_SAFE_ADDRESS',
    ['C0b', 'C3', 'C5', 'C7', 'C8', 'A3', 'A5'],
  ],
  [
    'paper by statute, a protection order and no safe address',
    { statutoryPaperOnly: true, protectionOrder: true },
    'MANUAL',
    'MANUAL',
    'PROTECTED_NO_SAFE_ADDRESS',
    ['C0b', 'C3', 'A3', 'A5'],
  ],
  [
    'no consent, and no address',
    { mailbox: NO_MAILBOX, addresses: {} },
    'UNDELIVERABLE',
    'UNDELIVERABLE',
    'NO_ADDRESS',
    [...TRIED, 'A2', 'A5', 'A6'],
  ],
  [
    'no consent, and an address abroad',
    { mailbox: NO_MAILBOX, addresses: { REGISTER: IN_SWEDEN } },
    'MANUAL',
    'MANUAL',
    'ABROAD',
    [...TRIED, 'A2', 'A5', 'R10'],
  ],
] as const satisfies readonly (readonly [string, Partial<ChannelFacts>, ...unknown[]])[];

describe.each(MATRIX)('with %s', (_, facts, ordinary, verifiable, reason, path) => {
  it('an ordinary message goes where the matrix says', () => {
    expect(decided(facts)).toMatchObject({ channel: ordinary, reason, path });
  });

  it('a verifiable message goes there too, on paper against an advice of receipt', () => {
    const asVerifiable = path.map((rule) => (rule === 'R7' ? 'R7v' : rule));
    expect(decided({ ...facts, kind: 'VERIFIABLE' })).toMatchObject({
      channel: verifiable,
      reason,
      path: asVerifiable,
    });
  });
});

describe('verifiable service', () => {
  it.each([
    ['ORDINARY', false, 'ORDINARY'],
    ['VERIFIABLE', false, 'VERIFIABLE'],
    ['ORDINARY', true, 'VERIFIABLE'],
    ['VERIFIABLE', true, 'VERIFIABLE'],
  ] as const)('follows from %s with a need of protection %s: %s', (kind, protectionNeed, effective) => {
    expect(effectiveKind({ kind, protectionNeed })).toBe(effective);
  });

  it('is what a need of protection makes of an ordinary letter', () => {
    const letter = decided({ mailbox: NO_MAILBOX, protectionNeed: true });
    expect(letter).toMatchObject({ channel: AOR, flags: ['UPGRADED_VERIFIABLE'] });
  });

  it('is of the letter alone where the sender asked for it on paper alone', () => {
    expect(decided({ paperIsVerifiable: true, mailbox: NO_MAILBOX })).toMatchObject({ channel: AOR, flags: [] });
    expect(decided({ paperIsVerifiable: true })).toMatchObject({ channel: 'ELECTRONIC', flags: [] });
  });
});

describe('the flags of a decision', () => {
  it.each([
    ['none', {}, []],
    ['none for a verifiable message that needs protection', { kind: 'VERIFIABLE', protectionNeed: true }, []],
    ['the upgrade of an ordinary one', { protectionNeed: true }, ['UPGRADED_VERIFIABLE']],
    ['a protected person', { protectionOrder: true }, ['PROTECTED', 'NOTICE_NO_SENDER']],
    ['nobody protected where nobody is named', { protectionOrder: true, recipient: undefined }, []],
    ['an authority that answers for the kind', { obligatingOverridden: true }, ['OBLIGATING_OVERRIDDEN']],
    [
      'all of them together',
      { protectionOrder: true, protectionNeed: true, obligatingOverridden: true },
      ['PROTECTED', 'NOTICE_NO_SENDER', 'UPGRADED_VERIFIABLE', 'OBLIGATING_OVERRIDDEN'],
    ],
  ] as const)('tell %s', (_, facts, flags) => {
    expect(decided(facts).flags).toEqual(flags);
  });
});

describe('what is frozen with a decision', () => {
  it('is the rule set and the moment', () => {
    const at = { ruleSetId: 'wg-2019', at: NOON } as const;
    expect(decideChannel(channelFactsOf(), at)).toMatchObject({ ruleSetId: 'wg-2019', decidedAt: NOON });
  });

  it('is the consent and the gate that an electronic decision rests on', () => {
    expect(decided({})).toMatchObject({
      facts: {
        recipientKind: 'PERSON',
        capacity: 'PRIVATE',
        mailbox: 'ACTIVE',
        emailUsable: true,
        consentVersion: 3,
        protectionOrder: false,
      },
      gateVersion: 7,
    });
    expect(decided({}).facts.addressSource).toBeUndefined();
  });

  it('is where the address of a letter came from, and no gate', () => {
    const letter = decided({ mailbox: EMAIL_DEAD, protectionOrder: true, addresses: { CONTACT: FOR_CONTACT } });
    expect(letter.facts).toEqual({
      recipientKind: 'PERSON',
      capacity: 'PRIVATE',
      mailbox: 'INACTIVE',
      emailUsable: false,
      consentVersion: 4,
      protectionOrder: true,
      addressSource: 'CONTACT',
      addressLooks: [{ source: 'CONTACT', found: 'USED' }],
    });
    expect(letter.gateVersion).toBeUndefined();
  });

  it('is nothing of a person where nobody is named', () => {
    const { facts } = decided({ recipient: undefined, mailbox: NO_MAILBOX, addresses: { AUTHORITY: AT_AUTHORITY } });
    expect(facts).toEqual({
      mailbox: 'NONE',
      addressSource: 'AUTHORITY',
      addressLooks: [
        { source: 'REGISTER', found: 'NONE' },
        { source: 'AUTHORITY', found: 'USED' },
      ],
    });
  });
});

describe('a sole trader', () => {
  const privately = { kind: 'SOLE_TRADER', capacity: 'PRIVATE' } as const;
  const inBusiness = { kind: 'SOLE_TRADER', capacity: 'BUSINESS' } as const;

  it('in a private matter is a person: by consent, else by letter to the address of a person', () => {
    expect(decided({ recipient: privately })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    const letter = decided({ recipient: privately, mailbox: NO_MAILBOX });
    expect(letter).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT', path: [...TRIED, 'C10', 'A2'] });
  });

  it('in business is an organisation', () => {
    expect(decided({ recipient: inBusiness })).toMatchObject({ channel: 'ELECTRONIC', reason: 'ACTIVATED' });
    expect(decided({ recipient: inBusiness, mailbox: NO_MAILBOX }).path).toContain('A4');
  });
});
