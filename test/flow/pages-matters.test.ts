import { beforeEach, describe, expect, it } from 'vitest';
import { PAULA, SERVICE, TESSA } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { held } from '#test/builders/world-mandates';
import { consenting, openWorld, send } from '#test/builders/world-people';

let world: World;
let tessa: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  tessa = pagesClient(world);
  await tessa.signIn(TESSA, '?lang=en');
});

const textOf = async (path: string) => (await tessa.get(path)).text ?? '';

describe('a matter', () => {
  it('of a message is chosen for, and its id stands in no address', async () => {
    const id = await send(world, { hub: { matterId: 'dnro 12/2026 Testilä' } });
    await world.settle();
    expect(await textOf(`/messages/${id}`)).toContain(`/mailbox/matters?message=${id}`);
    expect(await textOf(`/matters?message=${id}`)).toContain('Matter dnro 12/2026 Testilä');
    const chosen = await tessa.send('/matters', { wish: 'paper' });
    expect(chosen.headers?.['location']).toBe('/mailbox/matters');
    expect(await textOf('/matters')).toContain('Messages of this matter come as letters');
    expect(await textOf('/matters')).toContain('Matters you have chosen for');
    await tessa.send('/matters', { wish: 'clear' });
    expect(await textOf('/matters')).toContain('There is no choice for this matter');
  });

  it('gets an address of its own, by post or here', async () => {
    await tessa.send('/matters', { wish: 'show', service: SERVICE, matter: 'm-1' });
    const postal = { wish: 'postal', name: 'Asianajotoimisto', street: 'Katu 1', zip: '00100', city: 'HELSINKI' };
    expect((await tessa.send('/matters', { ...postal, zip: '123' })).text).toContain('href="#zip"');
    expect((await tessa.send('/matters', postal)).status).toBe(303);
    expect((await tessa.send('/matters', { wish: 'mailbox', noticeEmail: 'x' })).text).toContain('href="#noticeEmail"');
    expect((await tessa.send('/matters', { wish: 'mailbox', noticeEmail: 'oma@example.fi' })).status).toBe(303);
    expect(await textOf('/matters')).toContain('process address you have given');
  });

  it.each([
    ['no code', '', 'Write the personal identity code or business ID of the agent'],
    ['somebody without a power to be served', PAULA.toLowerCase(), 'This agent has no mandate to be served'],
  ])('with %s for an agent is refused at the field, and nothing is chosen', async (_, agentId, said) => {
    await tessa.send('/matters', { wish: 'show', service: SERVICE, matter: 'm-1' });
    const answer = await tessa.send('/matters', { wish: 'agent', agentId });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Matter m-1');
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('href="#agentId"');
    expect(await textOf('/matters')).toContain('There is no choice for this matter');
  });

  it('is led to an agent who has a power to be served', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula' });
    await held(world, { mayReceiveService: true });
    await tessa.send('/matters', { wish: 'show', service: SERVICE, matter: 'm-1' });
    expect((await tessa.send('/matters', { wish: 'agent', agentId: PAULA.toLowerCase() })).status).toBe(303);
    const text = await textOf('/matters');
    expect(text).toContain('Documents of this matter are served on your agent');
    expect(text).not.toContain(PAULA);
  });

  it('of a service that has gone since is refused at the service', async () => {
    await tessa.send('/matters', { wish: 'show', service: SERVICE, matter: 'm-1' });
    const { tenants } = world.ports;
    world.restart((ports) => ({ ...ports, tenants: { ...tenants, service: async () => undefined } }));
    const answer = await tessa.send('/matters', { wish: 'paper' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#service"');
    expect(answer.text).not.toContain('href="#matter"');
  });

  it('of no service is refused at the field', async () => {
    const answer = await tessa.send('/matters', { wish: 'show', service: 'nobody', matter: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#service"');
    expect(answer.text).toContain('href="#matter"');
  });
});
