import { beforeEach, describe, expect, it } from 'vitest';
import { externalId } from '#shared/domain/message/ids';
import { SERVICE, TESSA } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { acting, consenting, done, openWorld, send } from '#test/builders/world-people';

let world: World;
let tessa: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  tessa = pagesClient(world);
  await tessa.signIn(TESSA, '?lang=en');
});

const textOf = async (path: string) => (await tessa.get(path)).text ?? '';

describe('a request for own data on the pages', () => {
  it('goes to the authority of a service, and its due date stands on the page', async () => {
    await send(world);
    await world.settle();
    expect(await textOf('/data')).toContain('City of Example · Children');
    expect(await tessa.send('/data', { known: SERVICE, what: 'Kaikki tiedot' })).toMatchObject({ status: 303 });
    const text = await textOf('/data');
    expect(text).toContain('Kaikki tiedot');
    expect(text).toContain('23 December 2026');
    expect(text).toContain('Waits for an answer');
  });

  it.each([
    [{ service: SERVICE, what: ' ' }, '#what'],
    [{ service: SERVICE, what: 'a'.repeat(4001) }, '#what'],
    [{ service: 'nobody', what: 'Kaikki' }, '#service'],
    [{ service: '', what: 'Kaikki' }, '#service'],
  ])('as %j is refused at its field', async (fields, place) => {
    const answer = await tessa.send('/data', fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`href="${place}"`);
    const { recipientId } = await acting(world, TESSA);
    expect(recipientId && (await world.ports.dataRequests.ofRecipient(recipientId, { limit: 5 }))).toEqual([]);
  });
});

describe('what is held on a person', () => {
  it('is had as JSON or PDF, all of it in one file, and that stands in the log', async () => {
    await send(world);
    await world.settle();
    const json = await tessa.send('/data/export', { format: 'json' }, '/data');
    expect(json.headers?.['content-disposition']).toContain('viestivayla-own-data.json');
    expect(json.json).toMatchObject({ format: 'viestivayla-own-data-1', person: { name: 'Testilä Tessa' } });
    const pdf = await tessa.send('/data/export', { format: 'pdf' }, '/data');
    expect(pdf.headers?.['content-type']).toBe('application/pdf');
    const log = await textOf('/data/log');
    expect(log.match(/A copy of the data was taken/g)).toHaveLength(2);
    expect(log).toContain('Testilä Tessa, you yourself');
  });

  it('is erased as far as the law lets it go, and the page says what is kept and why', async () => {
    const before = await textOf('/data/erasure');
    expect(before).toContain('571/2016');
    expect(before).toContain('The consent is in force and its notices need the address');
    expect((await tessa.send('/data/erasure', { withdraw: 'yes' })).status).toBe(303);
    const { gate } = await world.hub.consentOf((await acting(world, TESSA)).recipientId);
    expect([gate?.electronic, gate?.email]).toEqual([false, undefined]);
    expect(await textOf('/data/erasure')).toContain('Data was last erased on');
  });

  it('can be exported in one go beyond a page', async () => {
    for (let n = 0; n < 30; n += 1) await send(world, { externalId: externalId.parse(`asia-${n}`) });
    await world.settle();
    const whole = done(await world.hub.exportOwnData(await acting(world, TESSA), { contents: false, pages: 20 }));
    expect([whole.next, whole.person?.name]).toEqual([undefined, 'Testilä Tessa']);
  });
});
