import { describe, expect, it } from 'vitest';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { gate, isOpen, mailboxStatus } from '#shared/domain/consent/gate';
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

describe('a mailbox that can be written to, consent aside', () => {
  it.each([
    ['consented to', {}, true],
    ['consented to, and its address dead', { emailUsable: false }, false],
    ['opened by a business', { electronic: false, activated: true }, true],
    ['opened by a business, and its address dead', { electronic: false, activated: true, emailUsable: false }, false],
    ['opened without an address', { electronic: false, activated: true, email: undefined }, false],
    ['neither', { electronic: false }, false],
  ] as const)('is one that is %s', (_, part, open) => {
    expect(isOpen(gateOf(part))).toBe(open);
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
