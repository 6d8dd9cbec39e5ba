import { beforeEach, describe, expect, it } from 'vitest';
import { PAULA, SERVICE, TESSA } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { give, held, withTwo } from '#test/builders/world-mandates';
import { acting, openWorld, send } from '#test/builders/world-people';

let world: World;
let tessa: PagesClient;
let paula: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
  [tessa, paula] = [pagesClient(world), pagesClient(world)];
  await tessa.signIn(TESSA, '?lang=en');
  await paula.signIn(PAULA, '?lang=en');
});

const NEW = '/mandates/new';
const WISH = { holderId: PAULA.toLowerCase(), holderName: 'Postila Paula', reach: 'whole' };
const textOf = async (client: PagesClient, path = '/mandates') => (await client.get(path)).text ?? '';
const idIn = (text: string) => /m-[0-9a-f]{32}/.exec(text)?.[0] ?? '';
const stateOf = async () => (await world.hub.listMandates(await acting(world, PAULA))).held.length;

describe('a mandate on the pages', () => {
  it('is given, accepted, used, and cancelled, each in force at once', async () => {
    expect(await tessa.send('/mandates', WISH, NEW)).toMatchObject({ status: 303 });
    expect(await textOf(tessa)).toContain('Waits to be accepted');
    const offer = await textOf(paula);
    expect(offer).toContain('Testilä Tessa gives you a mandate');
    const id = idIn(offer);
    expect((await paula.send(`/mandates/${id}/acceptance`, {}, '/mandates')).status).toBe(303);
    expect(await stateOf()).toBe(1);
    expect(await textOf(paula)).toContain('Read the messages of Testilä Tessa');
    await send(world);
    await world.settle();
    expect((await paula.send('/acting', { mandate: id }, '/mandates')).status).toBe(303);
    expect(await textOf(paula, '')).toContain('You are acting for: Testilä Tessa');
    expect((await tessa.send(`/mandates/${id}/ending`, {}, '/mandates')).status).toBe(303);
    expect((await paula.get('')).status).toBe(403);
    expect(await textOf(tessa)).toContain('Cancelled');
  });

  it('names matters alone, for a time, and lets documents be served on its holder', async () => {
    await send(world);
    await world.settle();
    const form = await textOf(tessa, NEW);
    expect(form).toContain('City of Example · Children');
    const wish = { ...WISH, reach: 'matters', 'service-2': SERVICE, 'matter-2': 'dnro 1/2026', receives: 'yes' };
    const days = { validFrom: '1.12.2026', validTo: '2026-12-31' };
    expect((await tessa.send('/mandates', { ...wish, ...days }, NEW)).status).toBe(303);
    const text = await textOf(tessa);
    expect(text).toContain('Children, matter dnro 1/2026');
    expect(text).toContain('1 December 2026 – 31 December 2026');
    expect(text).toContain('Yes, instead of the giver');
  });

  it.each([
    ['nobody’s code', { holderId: '010190-999W' }, 'href="#holderId"', 'There is nobody of this code and this name'],
    ['another’s name', { holderName: 'Toinen Tiina' }, 'href="#holderId"', 'There is nobody of this code'],
    ['no code', { holderId: '' }, 'href="#holderId"', 'Write the personal identity code'],
    ['oneself', { holderId: TESSA, holderName: 'Testilä Tessa' }, 'href="#holderId"', 'it can not be your own'],
    ['no matter', { reach: 'matters' }, 'href="#matters"', 'Name at least one matter'],
    ['half a matter', { reach: 'matters', 'matter-1': 'dnro 1' }, 'href="#matters"', 'Name at least one matter'],
    ['a day that is none', { validFrom: '31.11.2026' }, 'href="#validFrom"', 'Write the first day like'],
    ['a last day gone by', { validTo: '2020-01-01' }, 'href="#validTo"', 'can not be before the first'],
  ])('with %s is refused at its field, and nothing is given', async (_, part, place, said) => {
    const answer = await tessa.send('/mandates', { ...WISH, ...part }, NEW);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(place);
    expect(answer.text).toContain(said);
    expect((await world.hub.listMandates(await acting(world, TESSA))).given).toEqual([]);
  });

  it('is declined by its holder, and given up', async () => {
    const { mandate } = await give(world);
    expect((await paula.send(`/mandates/${mandate.mandateId}/refusal`, {}, '/mandates')).status).toBe(303);
    expect(await textOf(paula)).toContain('You declined the mandate');
    expect((await paula.send(`/mandates/${mandate.mandateId}/acceptance`, {}, '/mandates')).status).toBe(303);
    expect(await textOf(paula)).toContain('has been answered already');
    const other = await held(world);
    expect((await paula.send(`/mandates/${other.mandate.mandateId}/ending`, {}, '/mandates')).status).toBe(303);
    expect(await stateOf()).toBe(2);
    expect(await textOf(paula)).not.toContain('Read the messages of');
  });

  it('of others is not found, whatever is done to it, nor by a name that is none', async () => {
    const { mandate } = await give(world);
    const stranger = pagesClient(world);
    await world.ports.entry.enterPerson('010190-905V', { name: 'Vieras Ville' });
    await stranger.signIn('010190-905V');
    for (const step of ['acceptance', 'refusal', 'ending'])
      for (const id of [mandate.mandateId, `m-${'0'.repeat(32)}`, 'x'])
        expect((await stranger.send(`/mandates/${id}/${step}`, {}, '/mandates')).status, `${step} ${id}`).toBe(404);
    expect((await world.hub.listMandates(await acting(world, PAULA))).offered).toHaveLength(1);
  });

  it('shows no identity code on any page', async () => {
    await held(world);
    for (const client of [tessa, paula]) expect(await textOf(client)).not.toMatch(/\d{6}-9\d\d/);
  });
});
