import type { ConsentWish, Making } from '#shared/domain/consent/change-consent';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Gate } from '#shared/domain/consent/gate';
import { ATTEMPT, NOON, RECIPIENT } from '#test/builders/domain';
import { SELF } from '#test/builders/domain-facts';

export const EMAIL = 'sealed-email-1';
export const OTHER_EMAIL = 'sealed-email-2';
export const NOW: Making = { at: NOON, attempt: ATTEMPT };

export function consentRecordOf(differing: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    version: 1,
    action: 'GIVE',
    at: NOON,
    email: EMAIL,
    source: 'SELF',
    actor: SELF,
    textVersion: '2026-11',
    language: 'fi',
    ...differing,
  };
}

/** Gate of a person who has consented and whose e-mail works. */
export function gateOf(differing: Partial<Gate> = {}): Gate {
  return {
    recipientId: RECIPIENT,
    version: 1,
    electronic: true,
    email: EMAIL,
    emailUsable: true,
    language: 'fi',
    consent: consentRecordOf(),
    attempt: ATTEMPT,
    arrivals: {},
    owed: {},
    ...differing,
  };
}

/** Gives consent, or keeps it with another address. */
export function wishOf(differing: Partial<ConsentWish> = {}): ConsentWish {
  return {
    recipientId: RECIPIENT,
    electronic: true,
    email: EMAIL,
    sameEmail: false,
    language: 'fi',
    source: 'SELF',
    actor: SELF,
    ...differing,
  };
}

export function withdrawal(differing: Partial<ConsentWish> = {}): ConsentWish {
  return wishOf({ electronic: false, email: undefined, ...differing });
}
