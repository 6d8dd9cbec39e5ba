import { describe, expect, it } from 'vitest';
import { attachment } from '#shared/domain/attachments/attachment';
import { letter } from '#shared/domain/delivery-postal/letter';
import { feedEvent, feedPage } from '#shared/domain/feed/page';
import { claim } from '#shared/domain/message/claim';
import { delivery } from '#shared/domain/message/delivery';
import { actor } from '#shared/domain/message/actor';
import { message, messageContent } from '#shared/domain/message/message';
import { businessRecord, personRecord } from '#shared/domain/registers/person';
import { authority, authorityService, keyHolder, sendingSystem } from '#shared/domain/tenancy/tenant';
import {
  ATTACHMENT,
  ATTEMPT,
  DELIVERY,
  EXTERNAL,
  LETTER,
  MESSAGE,
  NOON,
  SERVICE,
  SYSTEM,
  TENANT,
  documentOfName,
  postalAddressOf,
} from '#test/builders/domain';
import { acceptedFact, deliveryOf } from '#test/builders/domain-facts';

const x = (length: number) => 'x'.repeat(length);
const NAME = { fi: 'Kaupunki', sv: 'Stad', en: 'City' };
const LETTER_ON_SHELF = {
  letterId: LETTER,
  deliveryId: DELIVERY,
  messageId: MESSAGE,
  tenantId: TENANT,
  batchId: 'batch-1',
  class: 'LETTER',
  state: 'READY',
  orderedAt: NOON,
  options: { colour: false, duplex: true, rotateLandscapePages: false },
  pages: 2,
  sheets: 1,
  envelope: 'C5',
  restricted: false,
  documentKey: 'letters/x',
  sizeBytes: 1000,
  sha256: 'ab',
  address: 'sealed',
};
const MESSAGE_ACCEPTED = {
  messageId: MESSAGE,
  tenantId: TENANT,
  systemId: SYSTEM,
  serviceId: SERVICE,
  externalId: EXTERNAL,
  externalIdDigest: 'a',
  bodyDigest: 'b',
  contentSha256: 'c',
  kind: 'ORDINARY',
  acceptedAt: NOON,
  sealedContent: new Uint8Array([1]),
  attempt: ATTEMPT,
};
const UPLOADED = {
  attachmentId: ATTACHMENT,
  owner: { type: 'tenant', tenantId: TENANT },
  uploadedAt: NOON,
  expiresAt: NOON,
  sentTo: {},
  document: documentOfName('a.pdf'),
};
const PAGE = { tenantId: TENANT, lane: 0, number: 1, at: NOON, previousHash: '0', peaks: [], hash: '1', events: [] };

const STORED = [
  ['a message', message, MESSAGE_ACCEPTED],
  ['a delivery', delivery, deliveryOf({ wakeAt: NOON })],
  ['a claim', claim, { attempt: ATTEMPT, at: NOON, sends: 1 }],
  ['a letter', letter, LETTER_ON_SHELF],
  ['an upload', attachment, UPLOADED],
  ['a page of a feed', feedPage, PAGE],
  ['an authority', authority, { tenantId: TENANT, name: NAME }],
  ['a service', authorityService, { serviceId: SERVICE, tenantId: TENANT, name: NAME }],
  ['a system', sendingSystem, { systemId: SYSTEM, tenantId: TENANT, services: [SERVICE] }],
  ['a system that holds a key', keyHolder, { type: 'system', systemId: SYSTEM }],
  ['a print provider that holds a key', keyHolder, { type: 'print-provider', name: 'Posti' }],
  ['a person', personRecord, { name: 'Testilä Tessa', language: 'fi', postalAddress: postalAddressOf() }],
  ['a business', businessRecord, { name: 'Testi Oy', kind: 'COMPANY', employees: 5 }],
] as const;

describe.each(STORED)('%s', (_, schema, value) => {
  it('reads back as it was stored', () => {
    expect(schema.parse(value)).toEqual(value);
  });

  it.each(
    Object.keys(value).filter(
      (name) => !/^(wakeAt|externalId|recipientId|language|postalAddress|employees|document|sealedContent)$/.test(name),
    ),
  )('is nothing without its %s', (name) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
    expect(schema.safeParse(rest).success).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['of an authority', 128, (name: string) => authority.safeParse({ tenantId: TENANT, name: { ...NAME, sv: name } })],
    ['of a person', 256, (name: string) => personRecord.safeParse({ name })],
    ['of a business', 256, (name: string) => businessRecord.safeParse({ name, kind: 'COMPANY' })],
  ] as const)('%s has from 1 to %i characters', (_, most, parsed) => {
    expect([0, 1, most, most + 1].map((length) => parsed(x(length)).success)).toEqual([false, true, true, false]);
  });

  it('of a service is told in three languages', () => {
    const named = (name: object) => authorityService.safeParse({ serviceId: SERVICE, tenantId: TENANT, name }).success;
    expect([NAME, { fi: 'a', sv: 'b' }, { sv: 'b', en: 'c' }, { fi: 'a', en: 'c' }].map(named)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a register', () => {
  it.each([
    ['fewer than no employees', businessRecord, { name: 'x', kind: 'COMPANY', employees: -1 }],
    ['half an employee', businessRecord, { name: 'x', kind: 'COMPANY', employees: 0.5 }],
    ['a business of no kind', businessRecord, { name: 'x', kind: 'SHOP' }],
    ['a representative without a role', businessRecord, { name: 'x', kind: 'COMPANY', representatives: [{ id: '1' }] }],
    ['a birth on no day', personRecord, { name: 'x', birthDate: '2026-02-30' }],
    ['another language', personRecord, { name: 'x', language: 'se' }],
  ])('never holds %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  it('may hold a business without employees', () => {
    expect(businessRecord.safeParse({ name: 'x', kind: 'COMPANY', employees: 0 }).success).toBe(true);
  });
});

describe('words of a letter', () => {
  it.each([
    ['class', 'REGISTERED'],
    ['state', 'LOST'],
    ['envelope', 'C6'],
    ['pages', 1.5],
    ['sheets', 0.5],
  ])('never hold the %s %s', (name, value) => {
    expect(letter.safeParse({ ...LETTER_ON_SHELF, [name]: value }).success).toBe(false);
  });
});

describe('what may be absent', () => {
  const event = { deliveryId: DELIVERY, messageId: MESSAGE, serviceId: SERVICE, seq: 1, fact: acceptedFact() };

  it.each([
    ['of a delivery by address alone', delivery, deliveryOf({ externalId: undefined, recipientId: undefined })],
    ['of a content without parts', messageContent, { documents: [] }],
    [
      'of an upload that is faulty',
      attachment,
      { ...UPLOADED, document: undefined, fault: { status: 415, rule: 'x' } },
    ],
    ['of an event without an external id', feedEvent, event],
    ['of a person of whom only the name is known', personRecord, { name: 'Testilä Tessa' }],
    ['of a business of which only name and kind are known', businessRecord, { name: 'Testi Oy', kind: 'COMPANY' }],
    ['of somebody who is the system', actor, { role: 'SYSTEM' }],
  ] as const)('is nothing %s', (_, schema, value) => {
    const stored: unknown = JSON.parse(JSON.stringify(value));
    expect(schema.parse(stored)).toEqual(stored);
  });

  it('is not its external id, where an event has one', () => {
    const named = { ...event, externalId: EXTERNAL };
    expect(feedPage.parse({ ...PAGE, events: [named] }).events).toEqual([named]);
    expect(feedEvent.safeParse({ ...named, messageId: undefined }).success).toBe(false);
  });

  it('is not the least of a message under way', () => {
    const whole = { ...MESSAGE_ACCEPTED, matterId: 'asia-1', notBefore: NOON, wakeAt: NOON };
    expect(message.parse(whole)).toEqual(whole);
    const owned = { ...UPLOADED, sentTo: { [TENANT]: NOON }, wakeAt: NOON };
    expect(attachment.parse(owned)).toEqual(owned);
  });
});

describe('somebody who acts', () => {
  it.each(['SELF', 'AGENT', 'GUARDIAN', 'REPRESENTATIVE', 'OFFICIAL', 'AUTHORITY', 'PROVIDER', 'SYSTEM'])(
    'may be %s',
    (role) => {
      expect(actor.parse({ role, mandateId: 'm-1', name: 'sealed' })).toEqual({
        role,
        mandateId: 'm-1',
        name: 'sealed',
      });
    },
  );

  it.each(['STRONG', 'SUBSTANTIAL', 'HIGH'])('is identified %s', (assurance) => {
    expect(actor.parse({ role: 'SELF', assurance })).toEqual({ role: 'SELF', assurance });
  });

  it('is nobody else, and never weakly identified', () => {
    expect(actor.safeParse({ role: 'HACKER' }).success).toBe(false);
    expect(actor.safeParse({ role: 'SELF', assurance: 'WEAK' }).success).toBe(false);
  });
});

describe('every word of a letter', () => {
  it.each([
    ['class', ['LETTER', 'LETTER_ADVICE_OF_RECEIPT']],
    ['state', ['READY', 'PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED', 'RETURNED', 'UNRESOLVED']],
    ['envelope', ['C5', 'C4', 'SPECIAL']],
    ['costPool', ['KP1', undefined]],
  ])('is known: its %s', (name, words) => {
    for (const word of words) expect(letter.parse({ ...LETTER_ON_SHELF, [name]: word })).toHaveProperty(name, word);
  });
});
