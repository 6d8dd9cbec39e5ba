import { beforeEach, describe, expect, it } from 'vitest';
import { makeMemoryIdentification } from '#shared/adapters/memory/identification';
import { ACTOR_CONTEXT } from '#shared/flow/mandate/who-acts';
import { COMPANY, KALLE, PAULA, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, done, openWorld } from '#test/builders/world-people';

const OTHER_COMPANY = '0737546-2';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.bearers.set('tessa', { id: TESSA, name: 'Testilä Tessa', assurance: 'HIGH' });
  world.bearers.set('paula', { id: PAULA, name: 'Postila Paula', assurance: 'SUBSTANTIAL' });
  const representatives = [{ id: TESSA, role: 'NIMKO' }];
  await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
  await world.ports.entry.enterBusiness(OTHER_COMPANY, { name: 'Paperi Oy', kind: 'COMPANY' });
});

const MISSING = { ok: false, refusal: { kind: 'mandate-missing' } };

describe('a person in front of a mailbox', () => {
  it('acts for oneself, with the assurance of the identification', async () => {
    const acting = done(await world.hub.whoActs('tessa'));
    expect(acting).toMatchObject({ owner: { id: TESSA }, actor: { role: 'SELF', assurance: 'HIGH' } });
    expect(acting.onBehalf).toBeUndefined();
    expect(acting.recipientId).toBeUndefined();
  });

  it('is known by a random id once there is a mailbox', async () => {
    await consenting(world);
    const { recipientId } = done(await world.hub.whoActs('tessa'));
    expect(recipientId).toMatch(/^r-/);
    expect(done(await world.hub.whoActs('paula')).recipientId).toBeUndefined();
  });

  it('who names oneself acts for oneself', async () => {
    expect(done(await world.hub.whoActs('tessa', TESSA)).actor.role).toBe('SELF');
  });

  it('acts for an organisation that the register says is represented', async () => {
    const acting = done(await world.hub.whoActs('tessa', COMPANY));
    expect(acting).toMatchObject({
      owner: { id: COMPANY, name: 'Kuljetus Oy' },
      onBehalf: { id: TESSA, name: 'Testilä Tessa' },
      actor: { role: 'REPRESENTATIVE' },
    });
    expect(await world.ports.sealer.openText(ACTOR_CONTEXT, acting.actor.name ?? '')).toBe('Testilä Tessa');
  });

  it('acts for the party chosen at sign-in, unless another is named', async () => {
    world.bearers.set('for-company', { id: TESSA, name: 'Tessa', assurance: 'STRONG', onBehalfOf: COMPANY });
    expect(done(await world.hub.whoActs('for-company')).owner.id).toBe(COMPANY);
    expect(done(await world.hub.whoActs('for-company', TESSA)).owner.id).toBe(TESSA);
  });

  it.each([
    ['an organisation the person does not represent', 'paula', COMPANY],
    ['an organisation nobody represents', 'tessa', OTHER_COMPANY],
    ['an organisation that is not there', 'tessa', '1572860-0'],
    ['another person', 'tessa', KALLE],
    ['something that is no id', 'tessa', 'kuljetus'],
  ])('has no mandate for %s', async (_, bearer, onBehalfOf) => {
    expect(await world.hub.whoActs(bearer, onBehalfOf)).toEqual(MISSING);
  });

  it('is nobody by an unknown bearer', async () => {
    expect(await world.hub.whoActs('stranger')).toEqual({ ok: false, refusal: { kind: 'token-invalid' } });
  });

  it('identified weakly gets no further', async () => {
    world.restart((ports) => ({ ...ports, identification: makeMemoryIdentification(new Map(), new Set(['weak'])) }));
    expect(await world.hub.whoActs('weak', COMPANY)).toEqual({ ok: false, refusal: { kind: 'weakly-identified' } });
  });
});
