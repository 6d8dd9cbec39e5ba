import { beforeEach, describe, expect, it } from 'vitest';
import { holding } from '#shared/domain/own-data/erasure';
import { HOUR } from '#shared/kernel/time';
import { COMPANY, NOON, PAULA, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { mortal } from '#test/builders/world-crash';
import { acting, consenting, done, mailsTo, openWorld } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const erase = async (withdrawConsent: boolean, code = TESSA) =>
  done(await world.hub.eraseOwnData(await acting(world, code), { withdrawConsent }));
const ahead = async (withdrawConsent: boolean, code = TESSA) =>
  done(await world.hub.aheadOf(await acting(world, code), { withdrawConsent }));
const gate = async () => {
  const { recipientId } = await acting(world, TESSA);
  return recipientId && world.ports.gates.read(recipientId);
};
const accesses = async () => {
  const { recipientId } = await acting(world, TESSA);
  return recipientId ? (await world.hub.listAccess(recipientId, { limit: 50 })).entries.map(({ act }) => act) : [];
};

describe('an erasure', () => {
  it('says beforehand what would go and what stays, by which statute and until when, and changes nothing', async () => {
    const before = await gate();
    const { verdicts, newest } = await ahead(true);
    expect(verdicts.map((each) => each.holding)).toEqual(holding.options);
    for (const each of verdicts)
      if (each.goes) expect(each.holding).toBe('NOTICE_ADDRESS');
      else expect([each.statute, each.reason.sv, each.until.en].every((words) => words.length > 5)).toBe(true);
    expect(newest).toBeUndefined();
    expect([await gate(), await accesses()]).toEqual([before, []]);
  });

  it('leaves the consent and its address alone when it is not asked to withdraw it', async () => {
    const { newest } = await erase(false);
    expect(newest).toMatchObject({ state: 'DONE', erased: [], withdrawConsent: false, at: NOON });
    expect((await gate())?.electronic).toBe(true);
  });

  it('withdraws the consent when asked, and the address goes with it', async () => {
    const { newest } = await erase(true);
    expect(newest).toMatchObject({ state: 'DONE', erased: ['NOTICE_ADDRESS'] });
    const after = await gate();
    expect([after?.electronic, after?.email]).toEqual([false, undefined]);
    await world.settle();
    expect(mailsTo(world).at(-1)).toBe('CONSENT_WITHDRAWN');
    expect(await accesses()).toEqual(['DATA_ERASED']);
  });

  it('leaves a tombstone that holds nothing of what went, and repeats nothing', async () => {
    const first = await erase(true);
    const version = (await gate())?.version;
    const second = await erase(true);
    expect(second.newest).toMatchObject({ state: 'DONE', erased: [] });
    expect((await gate())?.version).toBe(version);
    expect(JSON.stringify(first.newest)).not.toMatch(/example\.fi|Tessa|010280/);
  });

  it('that was cut short anywhere is finished by the next call, once', async () => {
    for (let at = 1; at <= 12; at += 1)
      for (const death of ['before', 'after'] as const) {
        world = await openWorld();
        await consenting(world);
        const tessa = await acting(world, TESSA);
        world.restart((ports) => mortal(ports, { at, death }));
        await world.hub.eraseOwnData(tessa, { withdrawConsent: true }).catch(() => undefined);
        world.restart();
        const { newest } = await erase(true);
        expect(newest?.state).toBe('DONE');
        expect((await gate())?.email).toBeUndefined();
        await world.settle();
        expect(mailsTo(world).filter((kind) => kind === 'CONSENT_WITHDRAWN')).toHaveLength(1);
      }
  });

  it('that was cut short anywhere goes on by itself: either it never was entered, or it ends whole, once', async () => {
    let ended = 0;
    for (let at = 1; at <= 16; at += 1)
      for (const death of ['before', 'after'] as const) {
        world = await openWorld();
        await consenting(world);
        const tessa = await acting(world, TESSA);
        world.restart((ports) => mortal(ports, { at, death }));
        await world.hub.eraseOwnData(tessa, { withdrawConsent: true }).catch(() => undefined);
        world.restart();
        await world.moveBy(HOUR);
        const { newest } = await ahead(true);
        const done = newest?.state === 'DONE' ? 1 : 0;
        expect([newest?.state, (await gate())?.email === undefined]).toEqual(
          done ? ['DONE', true] : [undefined, false],
        );
        expect(mailsTo(world).filter((kind) => kind === 'CONSENT_WITHDRAWN')).toHaveLength(done);
        expect(await accesses()).toEqual(done ? ['DATA_ERASED'] : []);
        expect(await world.ports.index.earliest()).toBe(done ? '2028-12-31T22:00:00.000Z' : undefined);
        ended += done;
      }
    expect(ended).toBeGreaterThan(20);
  });

  it('that was cut short leaves a consent alone that was given after it', async () => {
    const tessa = await acting(world, TESSA);
    world.restart((ports) => mortal(ports, { at: 5, death: 'before' }));
    await world.hub.eraseOwnData(tessa, { withdrawConsent: true }).catch(() => undefined);
    world.restart();
    expect((await ahead(true)).newest?.state).toBe('STARTED');
    world.tick(1);
    await consenting(world, TESSA);
    await world.moveBy(HOUR);
    expect([(await ahead(true)).newest?.state, (await gate())?.electronic]).toEqual(['DONE', true]);
  });

  it('is for oneself only, and of no harm to somebody the hub does not know', async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const refused = { ok: false, refusal: { kind: 'not-for-another' } };
    const company = await acting(world, TESSA, COMPANY);
    expect(await world.hub.eraseOwnData(company, { withdrawConsent: true })).toEqual(refused);
    expect(await world.hub.aheadOf(company, { withdrawConsent: true })).toEqual(refused);
    expect((await erase(true, PAULA)).newest).toBeUndefined();
    expect((await acting(world, PAULA)).recipientId).toBeUndefined();
  });
});
