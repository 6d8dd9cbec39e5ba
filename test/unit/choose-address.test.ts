import { describe, expect, it } from 'vitest';
import { type AddressFacts, chooseAddress } from '#shared/domain/channel/choose-address';
import { recipientKind } from '#shared/domain/message/decision';
import { AT_AUTHORITY, FOR_CONTACT, IN_REGISTER, IN_SWEDEN, PERSON } from '#test/builders/domain-channel';
import { postalAddressOf } from '#test/builders/domain';

const addressFactsOf = (differing: Partial<AddressFacts> = {}): AddressFacts => ({
  recipient: PERSON,
  addresses: {},
  protectionOrder: false,
  addressIsInPdf: false,
  ...differing,
});

const ALL = { AUTHORITY: AT_AUTHORITY, REGISTER: IN_REGISTER, CONTACT: FOR_CONTACT };
const NO_ADDRESS = { channel: 'UNDELIVERABLE', reason: 'NO_ADDRESS' };
const ABROAD = { channel: 'MANUAL', reason: 'ABROAD' };
const PROTECTED = { channel: 'MANUAL', reason: 'PROTECTED_NO_SAFE_ADDRESS' };
const UNFIT = { channel: 'MANUAL', reason: 'ADDRESS_UNFIT' };
const NOWHERE = postalAddressOf({ countryCode: 'XX' });
const UNUSABLE = postalAddressOf({ zipCode: '0037' });

describe('the address of a letter', () => {
  it.each([
    ['of a person is the register’s', { addresses: ALL }, ['A2'], 'REGISTER'],
    [
      'of a person without one in the register is the authority’s',
      { addresses: { AUTHORITY: AT_AUTHORITY } },
      ['A2'],
      'AUTHORITY',
    ],
    [
      'of a person with an unusable one in the register is the authority’s',
      { addresses: { ...ALL, REGISTER: UNUSABLE } },
      ['A2'],
      'AUTHORITY',
    ],
    [
      'of a person abroad is the Finnish one of the authority',
      { addresses: { ...ALL, REGISTER: IN_SWEDEN } },
      ['A2'],
      'AUTHORITY',
    ],
    [
      'without an id is the authority’s',
      { recipient: undefined, addresses: { AUTHORITY: AT_AUTHORITY } },
      ['A2'],
      'AUTHORITY',
    ],
    ['that stands in the PDF is the authority’s', { addressIsInPdf: true, addresses: ALL }, ['A0'], 'AUTHORITY'],
    [
      'that stands in the PDF of a letter to a company is the authority’s',
      { addressIsInPdf: true, recipient: { kind: 'COMPANY', capacity: 'BUSINESS' }, addresses: ALL },
      ['A0'],
      'AUTHORITY',
    ],
    ['of a protected person is the contact address', { protectionOrder: true, addresses: ALL }, ['A3'], 'CONTACT'],
  ] as const)('%s', (_, facts, path, source) => {
    expect(chooseAddress(addressFactsOf(facts))).toMatchObject({ path, source });
  });

  it.each(recipientKind.options.filter((kind) => kind !== 'PERSON'))(
    'of a %s is the register’s, then the authority’s',
    (kind) => {
      const recipient = { kind, capacity: 'BUSINESS' as const };
      expect(chooseAddress(addressFactsOf({ recipient, addresses: ALL }))).toMatchObject({
        path: ['A4'],
        source: 'REGISTER',
      });
      expect(chooseAddress(addressFactsOf({ recipient, addresses: { AUTHORITY: AT_AUTHORITY } }))).toMatchObject({
        path: ['A4'],
        source: 'AUTHORITY',
      });
    },
  );

  it.each([
    ['there is none', {}, ['A2', 'A5', 'A6'], NO_ADDRESS],
    [
      'there is none for an organisation',
      { recipient: { kind: 'COMPANY', capacity: 'BUSINESS' } },
      ['A4', 'A5', 'A6'],
      NO_ADDRESS,
    ],
    ['the PDF was to hold it and the sender gives none', { addressIsInPdf: true }, ['A0', 'A5', 'A6'], NO_ADDRESS],
    [
      'only the register has one and the PDF was to hold it',
      { addressIsInPdf: true, addresses: { REGISTER: IN_REGISTER } },
      ['A0', 'A5', 'A6'],
      NO_ADDRESS,
    ],
    ['only a contact address is known', { addresses: { CONTACT: FOR_CONTACT } }, ['A2', 'A5', 'A6'], NO_ADDRESS],
    ['both are unusable', { addresses: { REGISTER: UNUSABLE, AUTHORITY: UNUSABLE } }, ['A2', 'A5'], UNFIT],
    ['one is unusable and there is no other', { addresses: { REGISTER: UNUSABLE } }, ['A2', 'A5'], UNFIT],
    ['its country is unknown', { addresses: { AUTHORITY: NOWHERE } }, ['A2', 'A5'], UNFIT],
    ['it is abroad', { addresses: { REGISTER: IN_SWEDEN } }, ['A2', 'A5', 'R10'], ABROAD],
    [
      'one is unusable and the other abroad',
      { addresses: { REGISTER: UNUSABLE, AUTHORITY: IN_SWEDEN } },
      ['A2', 'A5', 'R10'],
      ABROAD,
    ],
    [
      'it is abroad and stands in the PDF',
      { addressIsInPdf: true, addresses: { AUTHORITY: IN_SWEDEN } },
      ['A0', 'A5', 'R10'],
      ABROAD,
    ],
    [
      'only the register’s is abroad and the PDF was to hold it',
      { addressIsInPdf: true, addresses: { REGISTER: IN_SWEDEN } },
      ['A0', 'A5', 'A6'],
      NO_ADDRESS,
    ],
    [
      'that of an organisation is abroad',
      { recipient: { kind: 'FOREIGN_ORG', capacity: 'BUSINESS' }, addresses: { REGISTER: IN_SWEDEN } },
      ['A4', 'A5', 'R10'],
      ABROAD,
    ],
    [
      'a protected person has no contact address',
      { protectionOrder: true, addresses: { AUTHORITY: AT_AUTHORITY, REGISTER: IN_REGISTER } },
      ['A3', 'A5'],
      PROTECTED,
    ],
    [
      'the contact address of a protected person is abroad',
      { protectionOrder: true, addresses: { ...ALL, CONTACT: IN_SWEDEN } },
      ['A3', 'A5'],
      PROTECTED,
    ],
    [
      'the PDF for a protected person holds an address',
      { protectionOrder: true, addressIsInPdf: true, addresses: ALL },
      ['A3', 'A5'],
      PROTECTED,
    ],
  ] as const)('is nowhere when %s', (_, facts, path, refusal) => {
    expect(chooseAddress(addressFactsOf(facts))).toMatchObject({ path, refusal });
  });

  it.each([
    ['00370', true],
    ['99999', true],
    ['0037', false],
    ['003700', false],
    ['FI-00370', false],
    ['00370 ', false],
    ['0037O', false],
  ])('with the post code %s can be printed: %s', (zipCode, usable) => {
    const outcome = chooseAddress(addressFactsOf({ addresses: { REGISTER: postalAddressOf({ zipCode }) } }));
    expect(outcome.source).toBe(usable ? 'REGISTER' : undefined);
  });

  it('with five digits in another country can not be printed', () => {
    const estonian = postalAddressOf({ zipCode: '10111', countryCode: 'EE' });
    expect(chooseAddress(addressFactsOf({ addresses: { REGISTER: estonian } })).refusal).toEqual(ABROAD);
  });

  it('is told by its source, and by what the sources before it had', () => {
    const looksOf = (facts: Partial<AddressFacts>) => chooseAddress(addressFactsOf(facts)).looks;
    expect(looksOf({ addresses: ALL })).toEqual([{ source: 'REGISTER', found: 'USED' }]);
    expect(looksOf({ addresses: { REGISTER: IN_SWEDEN, AUTHORITY: AT_AUTHORITY } })).toEqual([
      { source: 'REGISTER', found: 'ABROAD' },
      { source: 'AUTHORITY', found: 'USED' },
    ]);
    expect(looksOf({ addresses: { REGISTER: UNUSABLE }, returnedFrom: ['AUTHORITY'] })).toEqual([
      { source: 'REGISTER', found: 'UNFIT', flaws: ['POST_CODE'] },
      { source: 'AUTHORITY', found: 'RETURNED' },
    ]);
    expect(looksOf({ protectionOrder: true, addresses: { REGISTER: IN_REGISTER } })).toEqual([
      { source: 'CONTACT', found: 'NONE' },
    ]);
  });
});
