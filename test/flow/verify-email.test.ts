import { beforeEach, describe, expect, it } from 'vitest';
import { readConsentNoticeTag } from '#shared/domain/consent/owed-name';
import type { MessageId } from '#shared/domain/message/ids';
import { DAY, HOUR } from '#shared/kernel/time';
import { TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, choose, consenting, deliveryOf, done, mailsTo, openWorld, send } from '#test/builders/world-people';

const EMAIL = 'active@example.fi';
const WRONG = '00000000';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

/** Codes mailed to an address, in order. */
const codesTo = (email = EMAIL) =>
  world.mailer.sent
    .filter(({ to }) => to === email)
    .flatMap(({ notice }) => /(?<!\d)\d{8}(?!\d)/.exec(notice.text)?.[0] ?? []);
const verify = async (code: string | undefined) =>
  world.hub.verifyEmail(await acting(world, TESSA), code ?? 'no code came');
const ask = async () => {
  const asked = await world.hub.askForCode(await acting(world, TESSA));
  await world.settle();
  return asked;
};
const consent = async () => world.hub.consentOf((await acting(world, TESSA)).recipientId);

async function decisionOn(id: MessageId) {
  await world.settle();
  const fact = (await deliveryOf(world, id)).facts.findLast(({ type }) => type === 'DECIDED');
  return fact?.type === 'DECIDED' ? fact.decision : undefined;
}

describe('an e-mail address just given', () => {
  it('is mailed one code, with the notice of the consent', () => {
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN']);
    expect(codesTo()).toHaveLength(1);
  });

  it('is used at once, and the decision says that it was not verified', async () => {
    expect(await decisionOn(await send(world))).toMatchObject({ channel: 'ELECTRONIC', flags: ['EMAIL_UNVERIFIED'] });
  });

  it('is verified by its code, which is good once', async () => {
    const [code] = codesTo();
    done(await verify(code));
    expect((await consent()).gate).toMatchObject({
      emailVerifiedAt: world.now(),
      consent: { action: 'EMAIL_VERIFIED' },
    });
    expect(await decisionOn(await send(world))).toMatchObject({ channel: 'ELECTRONIC', flags: [] });
    expect(await verify(code)).toEqual({ ok: false, refusal: { kind: 'code-void' } });
  });

  it('leaves nothing of its code in the stores', async () => {
    const [code = ''] = codesTo();
    expect(JSON.stringify((await consent()).gate)).not.toContain(code);
  });

  it('that took the place of another is not verified by the code of that one', async () => {
    const [first] = codesTo();
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await world.settle();
    expect(await verify(first)).toEqual({ ok: false, refusal: { kind: 'code-wrong' } });
    expect(codesTo()).toEqual([first]);
    done(await verify(codesTo('new@example.fi')[0]));
  });

  it('of a person who withdraws needs no code any more', async () => {
    await choose(world, TESSA, { electronic: false });
    expect(await verify(codesTo()[0])).toEqual({ ok: false, refusal: { kind: 'code-void' } });
    expect(await ask()).toEqual({ ok: false, refusal: { kind: 'nothing-to-verify' } });
  });
});

describe('a code', () => {
  it('told wrong ten times is void, also when it is right at last', async () => {
    const wrong = async () => verify(WRONG);
    await Promise.all([wrong(), wrong(), wrong()]);
    for (let tries = 3; tries < 10; tries += 1) expect(await verify(WRONG)).toMatchObject({ ok: false });
    expect(await verify(codesTo()[0])).toEqual({ ok: false, refusal: { kind: 'code-void' } });
  });

  it('is void after a day', async () => {
    await world.moveBy(DAY);
    expect(await verify(codesTo()[0])).toEqual({ ok: false, refusal: { kind: 'code-void' } });
  });

  it('asked for again is another one, by an e-mail of its own, and the one before is void', async () => {
    await world.moveBy(HOUR);
    done(await ask());
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN', 'EMAIL_VERIFICATION']);
    const [first, second] = codesTo();
    expect(await verify(first)).toEqual({ ok: false, refusal: { kind: 'code-wrong' } });
    done(await verify(second));
  });

  it('is mailed five times a day at the most', async () => {
    for (let asked = 1; asked < 5; asked += 1) done(await ask());
    expect(await ask()).toEqual({ ok: false, refusal: { kind: 'too-many-codes' } });
    expect(new Set(codesTo()).size).toBe(5);
    await world.moveBy(DAY);
    done(await ask());
  });
});

describe('an address that mail comes back from', () => {
  /** The notice of the consent comes back for good. */
  async function bounce() {
    const notice = readConsentNoticeTag(world.mailer.sent.at(-1)?.about ?? '');
    if (notice) await world.hub.recordConsentNotice(notice, 'hard');
  }

  it('is told of until the same one is verified anew', async () => {
    const [old] = codesTo();
    await world.moveBy(HOUR);
    await bounce();
    const since = world.now();
    expect((await consent()).gate?.emailProblem).toEqual({ since, kind: 'BOUNCED' });
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([]);
    await world.moveBy(HOUR);
    await choose(world, TESSA, { electronic: true, language: 'sv' });
    expect((await consent()).gate?.emailProblem).toEqual({ since, kind: 'BOUNCED' });
    expect(await verify(old)).toEqual({ ok: false, refusal: { kind: 'code-void' } });
    done(await ask());
    done(await verify(codesTo().at(-1)));
    const { gate } = await consent();
    expect([gate?.emailUsable, gate?.emailProblem]).toEqual([true, undefined]);
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([TESSA]);
  });

  it('is told of until another one is given', async () => {
    await bounce();
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    const { gate } = await consent();
    expect([gate?.emailUsable, gate?.emailProblem]).toEqual([true, undefined]);
  });
});

describe('the history of a consent', () => {
  const history = async (page: { after?: number; limit: number } = { limit: 50 }) =>
    world.hub.consentHistory((await acting(world, TESSA)).recipientId, page);

  it('tells every change, newest first, with the address of its time', async () => {
    done(await verify(codesTo()[0]));
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await choose(world, TESSA, { electronic: false });
    const { records, next } = await history();
    expect(records.map(({ record, email }) => [record.version, record.action, email])).toEqual([
      [4, 'WITHDRAW', undefined],
      [3, 'UPDATE_EMAIL', 'new@example.fi'],
      [2, 'EMAIL_VERIFIED', EMAIL],
      [1, 'GIVE', EMAIL],
    ]);
    expect(next).toBeUndefined();
  });

  it('comes in pages that leave nothing out', async () => {
    await choose(world, TESSA, { electronic: false });
    const first = await history({ limit: 1 });
    const second = await history({ after: first.next, limit: 1 });
    expect([...first.records, ...second.records].map(({ record }) => record.version)).toEqual([2, 1]);
    expect((await history({ after: second.next, limit: 1 })).records).toEqual([]);
  });

  it('of who has never been here is empty', async () => {
    expect(await world.hub.consentHistory(undefined, { limit: 50 })).toEqual({ records: [] });
  });
});

describe('an official of a service point', () => {
  it('gives consent for a visitor, on record with the source, the role and the reason, which is sealed', async () => {
    const visitor = await acting(world, TESSA);
    const official = { ...visitor, actor: { role: 'OFFICIAL', assurance: 'HIGH' } as const, reason: 'Käynti 3/2026' };
    done(await world.hub.setConsent(official, { electronic: false, language: 'fi', seenVersion: 1 }));
    const { gate } = await consent();
    expect(gate?.consent).toMatchObject({ source: 'SERVICE_POINT', actor: { role: 'OFFICIAL' }, action: 'WITHDRAW' });
    expect(JSON.stringify(gate)).not.toContain('Käynti');
    const { records } = await world.hub.consentHistory(visitor.recipientId, { limit: 1 });
    expect(records[0]?.reason).toBe('Käynti 3/2026');
  });
});
