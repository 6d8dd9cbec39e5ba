import { describe, expect, it } from 'vitest';
import { changeConsent } from '#shared/domain/consent/change-consent';
import { moveGate } from '#shared/domain/consent/move-gate';
import { EMAIL, NOW, consentRecordOf, gateOf, wishOf, withdrawal } from '#test/builders/domain-consent';
import { RECIPIENT } from '#test/builders/domain';
import { SELF } from '#test/builders/domain-facts';

const HOLDER = { recipientId: RECIPIENT, language: 'sv', actor: SELF } as const;

describe('a gate that a choice kept elsewhere moves', () => {
  it('changes its version and nothing else', () => {
    const before = gateOf({ version: 4 });
    expect(moveGate(before, HOLDER, NOW)).toEqual({ ...before, version: 5, attempt: NOW.attempt });
  });

  it('is made where there is none, closed and without a consent', () => {
    expect(moveGate(undefined, HOLDER, NOW)).toMatchObject({
      version: 1,
      electronic: false,
      emailUsable: false,
      language: 'sv',
      consent: { version: 0, action: 'NONE' },
    });
  });

  it('takes a consent later as the first one', () => {
    const given = changeConsent(moveGate(undefined, HOLDER, NOW), wishOf(), NOW);
    expect(given).toMatchObject({ version: 2, electronic: true, consent: { version: 1, action: 'GIVE' } });
  });
});

describe('the mailbox of a business', () => {
  const opens = wishOf({ electronic: false, activated: true, unasked: true, silent: true });

  it('can be opened without a consent: the address stays, and nothing was withdrawn', () => {
    const opened = changeConsent(undefined, opens, NOW);
    expect(opened).toMatchObject({ electronic: false, activated: true, email: EMAIL, emailUsable: true });
    expect(opened.consent.action).toBe('NONE');
  });

  it('is closed by a withdrawal', () => {
    const closed = changeConsent(gateOf({ activated: true }), withdrawal(), NOW);
    expect(closed).toMatchObject({ electronic: false, email: undefined, consent: { action: 'WITHDRAW' } });
    expect(closed.activated).toBeUndefined();
  });

  it('counts its consents on, whatever was said between', () => {
    const before = gateOf({ consent: consentRecordOf({ version: 3 }) });
    expect(changeConsent(before, opens, NOW).consent.version).toBe(4);
  });
});
