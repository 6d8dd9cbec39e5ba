import { describe, expect, it } from 'vitest';
import { attachment } from '#shared/domain/attachments/attachment';
import { letter } from '#shared/domain/delivery-postal/letter';
import { feedPage } from '#shared/domain/feed/page';
import { claim, delivery } from '#shared/domain/message/delivery';
import { message } from '#shared/domain/message/message';
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
import { deliveryOf } from '#test/builders/domain-facts';

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
  document: documentOfName('a.pdf'),
};
const PAGE = { tenantId: TENANT, lane: 0, number: 1, at: NOON, previousHash: '0', hash: '1', events: [] };

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
      (name) => !/^(wakeAt|externalId|recipientId|language|postalAddress|employees|document)$/.test(name),
    ),
  )('is nothing without its %s', (name) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
    const optional = schema === delivery && name === 'claim';
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
