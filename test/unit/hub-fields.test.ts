import { describe, expect, it } from 'vitest';
import { capacity, recipientKind } from '#shared/domain/message/decision';
import { type HubFields, hubFields } from '#shared/domain/message/hub-fields';

const x = (length: number) => 'x'.repeat(length);
const accepts = (value: unknown) => hubFields.safeParse(value).success;
const override = { legalBasis: '434/2003 § 59', approvedBy: 'Hallintojohtaja' };
const statute = { rule: 'PAPER_ONLY', legalBasis: '1/2000 § 1' };

describe('what a sender tells the hub', () => {
  it('may be nothing', () => {
    expect(hubFields.parse({})).toEqual({});
  });

  it('may be everything', () => {
    const all: HubFields = {
      matterId: 'asia-1',
      obligating: true,
      obligatingOverride: override,
      appealPeriod: { days: 30 },
      recipientKind: 'PERSON',
      capacity: 'PRIVATE',
      language: 'sv',
      protectionNeed: false,
      personalService: true,
      statutoryChannel: { rule: 'PAPER_ONLY', legalBasis: '1/2000 § 1' },
      informational: false,
    };
    expect(hubFields.parse({ ...all, deliverNotBefore: '2026-12-01T06:00:00.000Z' })).toMatchObject(all);
  });

  it.each([
    ['at its end', { unknown: 1 }],
    ['in the override', { obligatingOverride: { ...override, unknown: 1 } }],
    ['in the statute', { statutoryChannel: { ...statute, unknown: 1 } }],
    ['in the appeal period', { appealPeriod: { days: 1, unknown: 1 } }],
  ])('is refused with a name nobody knows %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });

  it.each(['obligating', 'protectionNeed', 'personalService', 'informational'])('says yes or no in %s', (name) => {
    expect([true, false, 'true', 1, null].map((value) => accepts({ [name]: value }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['matterId', 128, (text: string) => ({ matterId: text })],
    [
      'the legal basis of an override',
      256,
      (text: string) => ({ obligatingOverride: { ...override, legalBasis: text } }),
    ],
    ['the approver of an override', 256, (text: string) => ({ obligatingOverride: { ...override, approvedBy: text } })],
    ['the legal basis of a statute', 256, (text: string) => ({ statutoryChannel: { ...statute, legalBasis: text } })],
  ] as const)('holds in %s from 1 to %i characters', (_, most, made) => {
    expect([0, 1, most, most + 1].map((length) => accepts(made(x(length))))).toEqual([false, true, true, false]);
  });

  it.each([
    ['an override without an approver', { obligatingOverride: { legalBasis: 'x' } }],
    ['an override without a basis', { obligatingOverride: { approvedBy: 'x' } }],
    ['a statute without a basis', { statutoryChannel: { rule: 'PAPER_ONLY' } }],
    ['a statute that asks for anything but paper', { statutoryChannel: { ...statute, rule: 'ELECTRONIC_ONLY' } }],
    ['a day for a moment', { deliverNotBefore: '2026-12-01' }],
    ['another language', { language: 'de' }],
    ['another kind of recipient', { recipientKind: 'ROBOT' }],
    ['another capacity', { capacity: 'PUBLIC' }],
    ['anything but an object', 'hub'],
  ])('is refused with %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });

  it('knows every kind, capacity and language', () => {
    for (const kind of recipientKind.options) expect(accepts({ recipientKind: kind })).toBe(true);
    for (const each of capacity.options) expect(accepts({ capacity: each })).toBe(true);
    for (const language of ['fi', 'sv', 'en']) expect(accepts({ language })).toBe(true);
  });
});

describe('an appeal period', () => {
  it.each([
    [{ days: 1 }, true],
    [{ days: 3650 }, true],
    [{ months: 1 }, true],
    [{ months: 3650 }, true],
    [{ days: 0 }, false],
    [{ days: -30 }, false],
    [{ days: 3651 }, false],
    [{ months: 0 }, false],
    [{ months: 3651 }, false],
    [{ days: 30.5 }, false],
    [{ days: '30' }, false],
    [{}, false],
    [{ days: 30, months: 1 }, false],
  ])('is %j: %s', (appealPeriod, valid) => {
    expect(accepts({ appealPeriod })).toBe(valid);
  });

  it('says what is wrong with one in both or neither', () => {
    const messages = hubFields
      .safeParse({ appealPeriod: { days: 30, months: 1 } })
      .error?.issues.map(({ message }) => message);
    expect(messages).toEqual(['names either days or months']);
  });
});
