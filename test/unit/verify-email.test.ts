import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeConsent, emailBounced } from '#shared/domain/consent/change-consent';
import { firstCode } from '#shared/domain/consent/email-verification';
import { type Gate, mailboxStatus } from '#shared/domain/consent/gate';
import {
  CODE_LIFETIME,
  MOST_CODES,
  MOST_TRIES,
  anotherCode,
  codeInForce,
  emailVerified,
  wrongCode,
} from '#shared/domain/consent/verify-email';
import { DAY, HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/domain';
import { EMAIL, NOW, OTHER_EMAIL, gateOf, wishOf } from '#test/builders/domain-consent';
import { SELF } from '#test/builders/domain-facts';

const given = changeConsent(undefined, wishOf(), NOW);
const at = (ms: number) => ({ ...NOW, at: after(NOON, ms) });
const waiting = (gate: Gate) => gate.verification ?? firstCode(0, NOON);
const asked = (gate: Gate, ms = HOUR): Gate => {
  const another = anotherCode(gate, at(ms));
  if (!another.ok) throw new Error(another.refusal.kind);
  return another.value;
};

describe('an address just given', () => {
  it('waits for its first code and is used all the same', () => {
    expect(given.verification).toEqual({ of: 1, code: 1, at: NOON, tries: 0, since: NOON, made: 1 });
    expect([given.emailVerifiedAt, mailboxStatus(given)]).toEqual([undefined, 'ACTIVE']);
  });

  it('that takes the place of a verified one is not verified', () => {
    const changed = changeConsent(emailVerified(given, SELF, NOW), wishOf({ email: OTHER_EMAIL }), at(HOUR));
    expect(changed).toMatchObject({ verification: { of: 3, code: 1 } });
    expect(changed.emailVerifiedAt).toBeUndefined();
  });

  it('that is the same one stays as it was', () => {
    const same = wishOf({ email: OTHER_EMAIL, sameEmail: true, language: 'sv' });
    expect(changeConsent(given, same, at(HOUR)).verification).toEqual(given.verification);
    expect(changeConsent(emailVerified(given, SELF, NOW), same, at(HOUR)).emailVerifiedAt).toBe(NOON);
  });

  it('by a silent change waits for nothing, and by a known good one is verified', () => {
    expect(changeConsent(undefined, wishOf({ silent: true }), NOW).verification).toBeUndefined();
    expect(changeConsent(undefined, wishOf({ verified: true }), NOW)).toMatchObject({ emailVerifiedAt: NOON });
  });
});

describe('the right code', () => {
  it('verifies the address, on record with who told it', () => {
    const verified = emailVerified(given, SELF, at(HOUR));
    expect(verified).toMatchObject({ version: 2, electronic: true, emailVerifiedAt: after(NOON, HOUR) });
    expect(verified.consent).toMatchObject({ version: 2, action: 'EMAIL_VERIFIED', email: EMAIL, actor: SELF });
    expect(verified.verification).toBeUndefined();
  });

  it('brings an address back that mail had come back from', () => {
    const bounced = emailBounced(given, at(HOUR));
    expect(bounced).toMatchObject({ emailUsable: false, emailProblem: { since: after(NOON, HOUR), kind: 'BOUNCED' } });
    expect(codeInForce(bounced, NOW)).toBeUndefined();
    const again = emailVerified(asked(bounced), SELF, at(2 * HOUR));
    expect([again.emailUsable, again.emailProblem]).toEqual([true, undefined]);
  });
});

describe('a code', () => {
  it.each([
    ['a moment before its end', CODE_LIFETIME - 1, true],
    ['at its end', CODE_LIFETIME, false],
  ])('is good %s: after %i ms', (_, ms, good) => {
    expect(codeInForce(given, at(ms)) !== undefined).toBe(good);
  });

  it('is void after ten wrong ones', () => {
    let gate = given;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      expect(codeInForce(gate, NOW)).toBeDefined();
      gate = wrongCode(gate, waiting(gate), NOW);
    }
    expect(codeInForce(gate, NOW)).toBeUndefined();
    expect(gate.version).toBe(given.version + MOST_TRIES);
  });

  it('asked for anew voids the one before and is owed to the address', () => {
    const again = asked(wrongCode(given, waiting(given), NOW));
    expect(again.verification).toMatchObject({ of: 1, code: 2, tries: 0, made: 2 });
    expect(again.owed['1-code2']).toEqual({
      kind: 'EMAIL_VERIFICATION',
      to: EMAIL,
      language: 'fi',
      at: after(NOON, HOUR),
    });
    expect(again.consent).toEqual(given.consent);
  });

  it('is made five times a day at the most, and never the same one again', () => {
    let gate = given;
    for (let made = 1; made < MOST_CODES; made += 1) gate = asked(gate);
    expect(anotherCode(gate, at(DAY - 1))).toEqual({ ok: false, refusal: { kind: 'too-many-codes' } });
    expect(asked(gate, DAY).verification).toMatchObject({ code: MOST_CODES + 1, made: 1 });
  });

  it.each([
    ['a verified address', emailVerified(given, SELF, NOW)],
    ['no address', gateOf({ email: undefined })],
  ])('is not made for %s', (_, gate) => {
    expect(anotherCode(gate, NOW)).toEqual({ ok: false, refusal: { kind: 'nothing-to-verify' } });
  });

  it('can be asked for where an address was given in silence', () => {
    expect(asked(changeConsent(undefined, wishOf({ silent: true }), NOW)).verification).toMatchObject({
      of: 1,
      code: 1,
    });
  });

  it('is told wrong no more than ten times, in whatever order codes are asked for and told', () => {
    const steps = fc.array(fc.constantFrom('wrong', 'another'), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (order) => {
        let gate = given;
        const tried = new Map<number, number>();
        for (const step of order) {
          if (step === 'another') {
            const another = anotherCode(gate, NOW);
            if (another.ok) gate = another.value;
            continue;
          }
          const inForce = codeInForce(gate, NOW);
          if (!inForce) continue;
          tried.set(inForce.code, (tried.get(inForce.code) ?? 0) + 1);
          gate = wrongCode(gate, inForce, NOW);
        }
        expect([...tried.values()].every((tries) => tries <= MOST_TRIES)).toBe(true);
        expect(tried.size).toBeLessThanOrEqual(MOST_CODES);
      }),
    );
  });
});
