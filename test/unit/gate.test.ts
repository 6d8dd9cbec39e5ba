import { describe, expect, it } from 'vitest';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { gate, mailboxStatus } from '#shared/domain/consent/gate';
import { consentRecordOf, gateOf } from '#test/builders/domain-consent';
import { DELIVERY, NOON } from '#test/builders/domain';

describe('a mailbox', () => {
  it('is none where there is no gate', () => {
    expect(mailboxStatus(undefined)).toBe('NONE');
  });

  it.each([
    [true, true, 'ACTIVE'],
    [true, false, 'INACTIVE'],
    [false, true, 'INACTIVE'],
    [false, false, 'INACTIVE'],
  ])('with consent %s and a usable e-mail %s is %s', (electronic, emailUsable, status) => {
    expect(mailboxStatus(gateOf({ electronic, emailUsable }))).toBe(status);
  });
});

describe('a gate as it is stored', () => {
  const full = gateOf({
    arrivals: { [DELIVERY]: { at: NOON, entry: 'x' } },
    owed: { '1-new': { kind: 'EMAIL_CHANGED', to: 'sealed', language: 'sv', at: NOON } },
    wakeAt: NOON,
  });

  it('reads back as it was', () => {
    expect(gate.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it.each([
    ['arrivals of no delivery', { arrivals: { x: { at: NOON, entry: 'x' } } }],
    ['a notice of another kind', { owed: { a: { kind: 'NEW', to: 'x', language: 'fi', at: NOON } } }],
    ['half a version', { version: 1.5 }],
    ['another language', { language: 'de' }],
  ])('never has %s', (_, differing) => {
    expect(gate.safeParse({ ...full, ...differing }).success).toBe(false);
  });
});

describe('a record of consent', () => {
  it.each(['GIVE', 'WITHDRAW', 'UPDATE_EMAIL', 'EMAIL_BOUNCED'] as const)('may be of %s', (action) => {
    expect(consentRecord.parse(consentRecordOf({ action })).action).toBe(action);
  });

  it.each(['SELF', 'SERVICE_POINT', 'SUOMIFI_SYNC', 'AUTHORITY_MIGRATION', 'GUARDIAN'] as const)(
    'may come from %s',
    (source) => {
      expect(consentRecord.parse(consentRecordOf({ source })).source).toBe(source);
    },
  );

  it.each([
    ['action', 'REVOKE'],
    ['source', 'NONE'],
    ['version', 1.5],
    ['at', '2026-11-23'],
  ])('never has the %s %s', (field, value) => {
    expect(consentRecord.safeParse({ ...consentRecordOf(), [field]: value }).success).toBe(false);
  });
});
