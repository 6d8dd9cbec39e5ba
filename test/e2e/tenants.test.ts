import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne, systemTwo } from '#test/builders/e2e-authority';
import { PAULA, TESSA, electronicOnly, multichannel, paperOnly } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import type { Answer } from '#test/builders/e2e-wire';

const hub = useHub();
const city = systemOne(hub);
const agency = systemTwo(hub);
const sandbox = sandboxOf(hub);

/** What belongs to the agency. */
const theirs = { electronic: 0, letter: 0, inbound: 0, upload: '', received: '', externalId: 'asia-1', token: '' };

const UNKNOWN_ID = 123_456_789;
const UNKNOWN_UUID = '00000000-0000-4000-8000-000000000001';

beforeAll(async () => {
  const serviceId = 'hub-service-2';
  const tessa = await personAt(hub, TESSA);
  theirs.upload = await agency.upload();
  theirs.received = await tessa.upload();
  const { externalId } = theirs;
  const electronic = electronicOnly({ serviceId, externalId, file: theirs.upload, replies: true });
  theirs.electronic = await agency.send(SENDING.electronic, electronic);
  theirs.letter = await agency.send(SENDING.multichannel, multichannel({ serviceId, to: PAULA, file: theirs.upload }));
  await sandbox.settle();
  theirs.inbound = await tessa.write({ serviceId, title: 'Hei', body: 'Hei', attachmentIds: [theirs.received] });
  await tessa.open(theirs.electronic);
  await sandbox.settle();
  theirs.token = (await agency.eventsFrom()).token;
});

/** All of an answer that does not differ from one request to the next. */
function toldBy({ status, headers, text }: Answer): unknown {
  const kept = [...headers].filter(([name]) => !['date', 'traceid'].includes(name));
  return { status, headers: kept, text };
}

describe('what belongs to another authority', () => {
  it('is there for its owner', async () => {
    const paths = [
      `/v2/messages/${theirs.inbound}`,
      `/v1/attachments/${theirs.received}`,
      `/v1/messages/id?externalId=${theirs.externalId}`,
      `/hub/v1/messages/${theirs.electronic}`,
      `/hub/v1/messages?externalId=${theirs.externalId}`,
      `/v2/events?continuationToken=${theirs.token}`,
    ];
    const statuses = paths.map(async (path) => (await agency.call('GET', path)).status);
    expect(await Promise.all(statuses)).toEqual(paths.map(() => 200));
  });

  it.each([
    ['/v2/messages/', () => [theirs.inbound, theirs.electronic, theirs.letter], UNKNOWN_ID, 404],
    ['/v1/attachments/', () => [theirs.received, theirs.upload], UNKNOWN_UUID, 404],
    ['/v1/messages/id?externalId=', () => [theirs.externalId], 'asia-0', 404],
    ['/hub/v1/messages/', () => [theirs.electronic, theirs.letter, theirs.inbound], UNKNOWN_ID, 404],
    ['/hub/v1/messages?externalId=', () => [theirs.externalId], 'asia-0', 404],
    ['/v2/events?continuationToken=', () => [theirs.token], '1.0_1.0-000000000000000000000000', 400],
  ] as const)('answers GET %s… to the last byte like what does not exist', async (path, existing, unknown, status) => {
    const nothing = toldBy(await city.call('GET', path + String(unknown)));
    expect(nothing).toMatchObject({ status });
    for (const each of existing()) expect(toldBy(await city.call('GET', path + String(each)))).toEqual(nothing);
  });

  it('answers so to the print provider, to a person and to nobody too', async () => {
    const printer = printerAt(hub);
    const paula = await personAt(hub, PAULA);
    for (const path of [`/hub/v1/messages/${theirs.electronic}`, `/v2/messages/${theirs.inbound}`]) {
      expect(await printer.call('GET', path)).toMatchObject({ status: 401 });
      expect(await paula.call('GET', path)).toMatchObject({ status: 401 });
    }
  });

  it('can not be sent with: a file, a service, a message to answer are as if they were not there', async () => {
    const file = await city.upload();
    const pairs = [
      [SENDING.electronic, electronicOnly({ file: theirs.upload }), electronicOnly({ file: UNKNOWN_UUID })],
      [SENDING.paper, paperOnly({ file: theirs.upload }), paperOnly({ file: UNKNOWN_UUID })],
      [SENDING.electronic, electronicOnly({ file: theirs.received }), electronicOnly({ file: UNKNOWN_UUID })],
      [SENDING.electronic, electronicOnly({ inReplyTo: theirs.inbound }), electronicOnly({ inReplyTo: UNKNOWN_ID })],
      [
        SENDING.multichannel,
        multichannel({ file, serviceId: 'hub-service-2' }),
        multichannel({ file, serviceId: 'x' }),
      ],
    ] as const;
    for (const [road, foreign, unknown] of pairs) {
      const nothing = toldBy(await city.call('POST', road, { json: unknown }));
      expect(nothing).toMatchObject({ status: 400 });
      expect(toldBy(await city.call('POST', road, { json: foreign }))).toEqual(nothing);
    }
  });

  it('is not among one’s own events', async () => {
    expect((await city.eventsFrom()).events).toEqual([]);
    const { events } = await agency.eventsFrom();
    expect(new Set(events.map(({ metadata }) => metadata['serviceId']))).toEqual(new Set(['hub-service-2']));
  });

  it('keeps its external ids: the same one is free for another', async () => {
    const messageId = await city.send(SENDING.electronic, electronicOnly({ externalId: theirs.externalId }));
    expect(messageId).not.toBe(theirs.electronic);
    expect(await agency.idOf(theirs.externalId)).toBe(theirs.electronic);
  });
});
