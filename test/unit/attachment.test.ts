import { describe, expect, it } from 'vitest';
import {
  MAX_UPLOAD_BYTES,
  UNUSED_LIFETIME,
  ownerName,
  sameOwner,
  uploadFault,
} from '#shared/domain/attachments/attachment';
import { recipientId, tenantId } from '#shared/domain/message/ids';
import { HOUR } from '#shared/kernel/time';
import { RECIPIENT, TENANT } from '#test/builders/domain';

const OF_TENANT = { type: 'tenant', tenantId: TENANT } as const;
const OF_RECIPIENT = { type: 'recipient', recipientId: RECIPIENT } as const;

describe('an upload', () => {
  it('is at most ten mebibytes and lives a day unused', () => {
    expect([MAX_UPLOAD_BYTES, UNUSED_LIFETIME]).toEqual([10 * 1024 * 1024, 24 * HOUR]);
  });

  it('is named after its owner', () => {
    expect([ownerName(OF_TENANT), ownerName(OF_RECIPIENT)]).toEqual([TENANT, RECIPIENT]);
  });

  it.each([
    ['the same authority', OF_TENANT, OF_TENANT, true],
    ['the same recipient', OF_RECIPIENT, OF_RECIPIENT, true],
    ['another authority', OF_TENANT, { type: 'tenant', tenantId: tenantId.parse('toinen') } as const, false],
    ['an authority and a recipient', OF_TENANT, OF_RECIPIENT, false],
    [
      'an authority that is called like a recipient',
      { type: 'tenant', tenantId: tenantId.parse(`r-${'0'.repeat(30)}`) } as const,
      OF_RECIPIENT,
      false,
    ],
    [
      'another recipient',
      OF_RECIPIENT,
      { type: 'recipient', recipientId: recipientId.parse(`r-${'0'.repeat(32)}`) } as const,
      false,
    ],
  ])('belongs to %s alone', (_, a, b, same) => {
    expect([sameOwner(a, b), sameOwner(b, a)]).toEqual([same, same]);
  });

  it.each([400, 413, 415])('may be refused with %i', (status) => {
    expect(uploadFault.safeParse({ status, rule: 'x' }).success).toBe(true);
  });

  it.each([200, 401, 500])('is never refused with %i', (status) => {
    expect(uploadFault.safeParse({ status, rule: 'x' }).success).toBe(false);
  });
});
