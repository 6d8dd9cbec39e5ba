import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentWish, changeConsent, emailBounced } from '#shared/domain/consent/change-consent';
import { CONSENT_TEXT_VERSION } from '#shared/domain/consent/consent-record';
import { firstCode } from '#shared/domain/consent/email-verification';
import {
  type Gate,
  type OwedNotice,
  gate,
  mailboxStatus,
  noticesOwedBy,
  wakeOf,
  withdrawalsOwedBy,
} from '#shared/domain/consent/gate';
import { attemptToken, deliveryId } from '#shared/domain/message/ids';
import { HOUR, after } from '#shared/kernel/time';
import { ATTEMPT, NOON, RECIPIENT } from '#test/builders/domain';
import { EMAIL, NOW, OTHER_EMAIL, consentRecordOf, gateOf, wishOf, withdrawal } from '#test/builders/domain-consent';
import { SELF } from '#test/builders/domain-facts';

const LATER = { at: after(NOON, HOUR), attempt: attemptToken.parse('attempt-0002') };
const NOTICE: OwedNotice = { kind: 'CONSENT_GIVEN', to: EMAIL, language: 'fi', at: NOON };

/** What the register owes after a change, as kind and address. */
const owedBy = (after: Gate) => noticesOwedBy(after).map(({ notice: { kind, to } }) => [kind, to]);
const without = gateOf({ electronic: false, email: undefined, emailUsable: false });
const bounced = emailBounced(gateOf(), NOW);

describe('giving consent', () => {
  it('opens the first gate of a recipient', () => {
    expect(changeConsent(undefined, wishOf({ language: 'sv', source: 'SERVICE_POINT' }), NOW)).toEqual({
      recipientId: RECIPIENT,
      version: 1,
      electronic: true,
      email: EMAIL,
      emailUsable: true,
      verification: firstCode(1, NOON),
      language: 'sv',
      consent: consentRecordOf({ language: 'sv', source: 'SERVICE_POINT', textVersion: CONSENT_TEXT_VERSION }),
      attempt: ATTEMPT,
      arrivals: {},
      owed: { '1-new': { kind: 'CONSENT_GIVEN', to: EMAIL, language: 'sv', at: NOON } },
      wakeAt: NOON,
    });
  });

  it('is to the wording in force, named by its month', () => {
    expect(changeConsent(undefined, wishOf(), NOW).consent.textVersion).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });

  it('opens a gate that was closed, on the version after', () => {
    const opened = changeConsent(without, wishOf(), LATER);
    expect(opened).toMatchObject({ version: 2, electronic: true, emailUsable: true, attempt: LATER.attempt });
    expect(opened.consent).toMatchObject({ version: 2, action: 'GIVE', at: LATER.at, email: EMAIL, actor: SELF });
    expect(owedBy(opened)).toEqual([['CONSENT_GIVEN', EMAIL]]);
  });

  it('without an e-mail opens no mailbox and owes nothing', () => {
    const given = changeConsent(undefined, wishOf({ email: undefined }), NOW);
    expect(given).toMatchObject({ electronic: true, email: undefined, emailUsable: false, owed: {} });
    expect(given.wakeAt).toBeUndefined();
    expect(mailboxStatus(given)).toBe('INACTIVE');
  });

  it('keeps what has arrived and what is owed already', () => {
    const arrivals = { [deliveryId.parse('4217-1')]: { at: NOON, entry: 'x' } };
    const before = gateOf({ electronic: false, arrivals, owed: { '1-new': NOTICE } });
    const given = changeConsent(before, wishOf(), LATER);
    expect(given.arrivals).toEqual(arrivals);
    expect(Object.keys(given.owed)).toEqual(['1-new', '2-new']);
    expect(given.wakeAt).toBe(NOON);
  });
});

describe('changing the e-mail', () => {
  it('tells the address before and the one after', () => {
    const changed = changeConsent(gateOf(), wishOf({ email: OTHER_EMAIL }), LATER);
    expect(changed).toMatchObject({ version: 2, email: OTHER_EMAIL, emailUsable: true });
    expect(changed.consent).toMatchObject({ version: 2, action: 'UPDATE_EMAIL', email: OTHER_EMAIL });
    expect(changed.owed).toEqual({
      '2-old': { kind: 'EMAIL_CHANGED', to: EMAIL, language: 'fi', at: LATER.at },
      '2-new': { kind: 'EMAIL_CHANGED', to: OTHER_EMAIL, language: 'fi', at: LATER.at },
    });
  });

  it('to the same one owes no notice, whatever its seal looks like', () => {
    const changed = changeConsent(gateOf(), wishOf({ email: OTHER_EMAIL, sameEmail: true }), LATER);
    expect(changed).toMatchObject({ version: 2, email: OTHER_EMAIL, owed: {} });
    expect(changed.wakeAt).toBeUndefined();
  });

  it('tells the new address alone where there was none', () => {
    const changed = changeConsent(gateOf({ email: undefined, emailUsable: false }), wishOf(), LATER);
    expect(owedBy(changed)).toEqual([['EMAIL_CHANGED', EMAIL]]);
  });

  it('keeps the address where none is named', () => {
    const changed = changeConsent(gateOf(), wishOf({ email: undefined, sameEmail: true, language: 'en' }), LATER);
    expect(changed).toMatchObject({ email: EMAIL, emailUsable: true, language: 'en', owed: {} });
  });
});

describe('withdrawing consent', () => {
  it('closes the gate, forgets the address and owes a notice to it', () => {
    const closed = changeConsent(gateOf(), withdrawal(), LATER);
    expect(closed).toMatchObject({ version: 2, electronic: false, emailUsable: false });
    expect([closed.email, closed.consent.email]).toEqual([undefined, undefined]);
    expect(closed.consent).toMatchObject({ version: 2, action: 'WITHDRAW' });
    expect(closed.owed).toEqual({
      '2-old': { kind: 'CONSENT_WITHDRAWN', to: EMAIL, language: 'fi', at: LATER.at },
      '2-withdrawal': { kind: 'WITHDRAWAL', at: LATER.at },
    });
    expect(mailboxStatus(closed)).toBe('INACTIVE');
  });

  it('forgets the address even where one is named', () => {
    const closed = changeConsent(gateOf(), withdrawal({ email: OTHER_EMAIL }), LATER);
    expect([closed.email, owedBy(closed)]).toEqual([undefined, [['CONSENT_WITHDRAWN', EMAIL]]]);
  });

  it('keeps what has arrived', () => {
    const arrivals = { [deliveryId.parse('4217-1')]: { at: NOON, entry: 'x' } };
    expect(changeConsent(gateOf({ arrivals }), withdrawal(), LATER).arrivals).toEqual(arrivals);
  });

  it('owes nothing where there was none to withdraw', () => {
    expect(owedBy(changeConsent(without, withdrawal(), LATER))).toEqual([]);
    expect(owedBy(changeConsent(gateOf({ electronic: false }), withdrawal(), LATER))).toEqual([]);
    expect(owedBy(changeConsent(undefined, withdrawal(), LATER))).toEqual([]);
  });

  it('owes nothing where no address was held', () => {
    expect(owedBy(changeConsent(gateOf({ email: undefined }), withdrawal(), LATER))).toEqual([]);
  });

  it('is to be followed up where there was one to withdraw, also when nobody is told of it', () => {
    expect(withdrawalsOwedBy(changeConsent(gateOf(), withdrawal({ silent: true }), LATER))).toEqual(['2-withdrawal']);
    expect(withdrawalsOwedBy(changeConsent(gateOf({ electronic: false }), withdrawal(), LATER))).toEqual([]);
    expect(withdrawalsOwedBy(changeConsent(undefined, withdrawal(), LATER))).toEqual([]);
    expect(withdrawalsOwedBy(changeConsent(gateOf(), wishOf(), LATER))).toEqual([]);
  });
});

describe('a silent change', () => {
  it.each([
    ['of consent given', undefined, wishOf({ silent: true })],
    ['of consent withdrawn', gateOf(), withdrawal({ silent: true })],
    ['of the e-mail', gateOf(), wishOf({ email: OTHER_EMAIL, silent: true })],
  ])('%s owes no notice', (_, before, wish) => {
    const made = changeConsent(before, wish, LATER);
    expect(owedBy(made)).toEqual([]);
    expect(made.version).toBe((before?.version ?? 0) + 1);
  });

  it('leaves what was owed before it', () => {
    expect(owedBy(changeConsent(gateOf({ owed: { a: NOTICE } }), withdrawal({ silent: true }), LATER))).toEqual([
      ['CONSENT_GIVEN', EMAIL],
    ]);
  });

  it('is one that says so', () => {
    expect(owedBy(changeConsent(undefined, wishOf({ silent: false }), NOW))).toHaveLength(1);
  });
});

describe('an e-mail that bounced', () => {
  it('closes the mailbox and keeps the consent', () => {
    const before = gateOf({ owed: { a: NOTICE }, wakeAt: NOON });
    expect(emailBounced(before, LATER)).toEqual({
      ...before,
      version: 2,
      emailUsable: false,
      emailProblem: { since: LATER.at, kind: 'BOUNCED' },
      attempt: LATER.attempt,
      consent: {
        version: 2,
        action: 'EMAIL_BOUNCED',
        at: LATER.at,
        email: EMAIL,
        source: 'SELF',
        actor: { role: 'SYSTEM' },
        textVersion: '2026-11',
        language: 'fi',
      },
    });
    expect(mailboxStatus(emailBounced(before, LATER))).toBe('INACTIVE');
  });

  it('keeps the wording the person consented to', () => {
    const before = gateOf({ consent: consentRecordOf({ textVersion: '2020-01', source: 'GUARDIAN' }) });
    expect(emailBounced(before, LATER).consent).toMatchObject({ textVersion: '2020-01', source: 'GUARDIAN' });
  });

  it.each([
    ['stays dead when it is given again', wishOf({ sameEmail: true }), false],
    ['stays dead when only the language changes', wishOf({ email: undefined, sameEmail: true, language: 'sv' }), false],
    ['is forgotten when another is given', wishOf({ email: OTHER_EMAIL }), true],
  ])('%s', (_, wish, usable) => {
    expect(changeConsent(bounced, wish, LATER).emailUsable).toBe(usable);
  });

  it('stays dead through every change that names no other address', () => {
    const same = wishOf({ sameEmail: true });
    const twice = changeConsent(changeConsent(bounced, same, LATER), same, LATER);
    expect([twice.emailUsable, mailboxStatus(twice)]).toEqual([false, 'INACTIVE']);
  });
});

describe('the wake of a gate', () => {
  it('is when the first of its notices is owed', () => {
    const late = { ...NOTICE, at: LATER.at };
    expect(wakeOf({ a: late, b: NOTICE })).toBe(NOON);
    expect(wakeOf({ a: NOTICE, b: late })).toBe(NOON);
    expect(wakeOf({})).toBeUndefined();
  });
});

describe('any changes in any order', () => {
  const wish: fc.Arbitrary<ConsentWish> = fc
    .record({
      electronic: fc.boolean(),
      email: fc.option(fc.constantFrom(EMAIL, OTHER_EMAIL), { nil: undefined }),
      silent: fc.boolean(),
      language: fc.constantFrom('fi' as const, 'sv' as const, 'en' as const),
    })
    .map(wishOf);
  const step = (before: Gate | undefined, made: ConsentWish | 'bounce'): Gate | undefined => {
    if (made === 'bounce') return before && emailBounced(before, NOW);
    return changeConsent(before, { ...made, sameEmail: (made.email ?? before?.email) === before?.email }, NOW);
  };
  const versionsOf = (at: Gate | undefined) => [at?.version ?? 0, at?.consent.version ?? 0];
  const history = fc.array(fc.oneof(wish, fc.constant('bounce' as const)), { minLength: 1, maxLength: 12 });

  it('move the version by one each, and the gate reads back as it is', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        let at: Gate | undefined;
        for (const each of wishes) {
          const next = step(at, each);
          const before = versionsOf(at);
          expect(versionsOf(next)).toEqual(next ? before.map((version) => version + 1) : before);
          if (next) expect(gate.parse(next)).toEqual(next);
          at = next;
        }
      }),
    );
  });

  it('never open a mailbox without consent or without an address', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        const last = wishes.reduce<Gate | undefined>(step, undefined);
        if (mailboxStatus(last) !== 'ACTIVE') return;
        expect(last).toMatchObject({ electronic: true, emailUsable: true });
        expect([EMAIL, OTHER_EMAIL]).toContain(last?.email);
        expect(last?.consent.action).toMatch(/^(GIVE|UPDATE_EMAIL)$/);
      }),
    );
  });

  it('never lose a notice that is owed', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        let at: Gate | undefined;
        for (const each of wishes) {
          const next = step(at, each);
          expect(next?.owed ?? {}).toMatchObject(at?.owed ?? {});
          at = next;
        }
      }),
    );
  });
});
