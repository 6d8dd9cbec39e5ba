import { describe, expect, it } from 'vitest';
import {
  type Authority,
  SENDING,
  SYSTEM_1,
  authorityWith,
  messageIdIn,
  systemOne,
  tokenFor,
} from '#test/builders/e2e-authority';
import { KULJETUS, PAULA, TESSA, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, ask, askRaw, multipart } from '#test/builders/e2e-wire';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const EVENT_TYPES = [
  'Electronic message created',
  'Electronic message read',
  'Receipt confirmed',
  'Electronic message from end user',
  'Paper mail created',
  'Sent for printing and enveloping',
  'Posti: receipt confirmed',
  'Posti: returned to sender',
  'Posti: unresolved',
];

const hub = useHub({ env: { HUB_SEED: 'demo' } });
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const KEY = { 'x-api-key': 'hub-api-key' };

/** One answer of each kind the front gives in JSON: accepted, refused, repeated, missed. */
async function everyKind(): Promise<readonly Answer[]> {
  const body = electronicOnly({});
  const nobody = authorityWith(hub, {});
  return [
    await ask(hub, 'POST', '/v1/token', { json: SYSTEM_1 }),
    await ask(hub, 'POST', '/v1/token', { json: { ...SYSTEM_1, password: 'wrong' } }),
    await ask(hub, 'POST', '/v1/change-password', { json: {} }),
    await city.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id: TESSA }] } }),
    await city.call('POST', '/v2/attachments', { body: 'no form' }),
    await city.call('POST', SENDING.electronic, { json: body }),
    await city.call('POST', SENDING.electronic, { json: body }),
    await city.call('POST', SENDING.electronic, { json: electronicOnly({ to: PAULA }) }),
    await city.call('POST', SENDING.multichannel, { json: {} }),
    await city.call('POST', SENDING.paper, { body: '{' }),
    await city.call('GET', '/v2/messages/1'),
    await city.call('GET', '/v1/attachments/nonsense'),
    await city.call('GET', '/v2/events'),
    await city.call('GET', '/v1/messages/id?externalId=none'),
    await nobody.call('GET', '/v2/events'),
    await nobody.call('POST', SENDING.electronic, { json: body }),
    await nobody.call('POST', '/v2/attachments'),
    await nobody.call('GET', '/v9/nothing'),
  ];
}

/** A person's message, an opened one, an acknowledged one and letters with their postal events: all nine kinds of event. */
async function everyEvent(system: Authority): Promise<void> {
  const tessa = await personAt(hub, TESSA);
  await system.send(SENDING.electronic, electronicOnly({}));
  const read = await system.send(SENDING.electronic, electronicOnly({ verifiable: true }));
  const file = await system.upload();
  for (const type of ['RECEIPT_SIGNED', 'RETURNED', 'UNRESOLVED']) {
    const messageId = await system.send(SENDING.multichannel, multichannel({ to: PAULA, file, verifiable: true }));
    await sandbox.settle();
    const { letterId } = await sandbox.letterOf(messageId);
    const event = { type, at: await sandbox.now(), eventId: type, signer: 'Postila Paula', trackingCode: 'JJFI1' };
    const headers = { 'x-api-key': 'print-key' };
    const told = await ask(hub, 'POST', `/print/v1/letters/${letterId}/events`, { json: event, headers });
    expect(told.status).toBe(204);
  }
  await tessa.acknowledge(read);
  await tessa.open(read);
  await sandbox.settle();
}

describe('a compatible server (rules 1–18 of the real clients)', () => {
  it('1 answers JSON as application/json without a parameter, success or error', async () => {
    const answers = await everyKind();
    expect(answers.map(({ status }) => status)).toEqual([
      200, 400, 400, 200, 400, 200, 409, 400, 400, 400, 404, 400, 200, 404, 401, 401, 401, 404,
    ]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(answers.map(() => 'application/json'));
  });

  it('2 takes requests whose media type has a character set', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await city.call('POST', SENDING.electronic, { json: electronicOnly({}), headers });
    expect(answer.status).toBe(200);
  });

  it('3 serves at the root of the host and tells tenants apart by their credentials', async () => {
    const paths = ['/v1/messages/id?externalId=x', '/v2/events', '/v2/messages/1'];
    const statuses = await Promise.all(paths.map(async (path) => (await city.call('GET', path)).status));
    expect(statuses).toEqual([404, 200, 404]);
  });

  it.each(['127.0.0.1', 'localhost', 'api.messages.suomi.fi', ''])(
    '4 does not look at the Host header: “%s”',
    async (host) => {
      const answer = await askRaw(hub, { method: 'GET', path: '/v2/events', headers: { ...KEY, host } });
      expect(answer.status).toBe(200);
    },
  );

  it('5 takes an upload without a type, without a name, with a junk part and with a fixed boundary', async () => {
    const pdf = '%PDF-1.7\n%%EOF';
    const body = multipart('xYzZY', [
      { headers: ['Content-Disposition: form-data; name="Content/type"'], content: 'application/pdf' },
      { headers: ['Content-Disposition: form-data; name="file"'], content: pdf },
    ]);
    const headers = { 'content-type': 'multipart/form-data; boundary=xYzZY' };
    expect(await city.call('POST', '/v2/attachments', { headers, body })).toMatchObject({ status: 201 });
  });

  it('6 answers 401 to a missing, an unknown and an expired token, and 400 to a wrong password', async () => {
    const token = await tokenFor(hub);
    await sandbox.advance('PT3601S');
    const credentials: readonly Record<string, string>[] = [
      {},
      { authorization: 'Bearer nonsense' },
      { authorization: token },
    ];
    const statuses = await Promise.all(
      credentials.map(
        async (headers) => (await ask(hub, 'POST', SENDING.electronic, { headers, json: electronicOnly({}) })).status,
      ),
    );
    const wrong = await ask(hub, 'POST', '/v1/token', { json: { ...SYSTEM_1, password: 'wrong' } });
    expect([...statuses, wrong.status]).toEqual([401, 401, 401, 400]);
  });

  it('7 answers a change of password with an empty object', async () => {
    const { password } = SYSTEM_1;
    const body = { accessToken: await tokenFor(hub), currentPassword: password, newPassword: password };
    expect(await ask(hub, 'POST', '/v1/change-password', { json: body })).toMatchObject({ status: 200, text: '{}' });
  });

  it('8 tells of nine types of event and of no other', async () => {
    await everyEvent(city);
    const { events } = await city.eventsFrom();
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('9 gives a continuation token with every page: fit for a URL, stable, never given twice', async () => {
    const tokens: string[] = [];
    const first = await city.eventsFrom();
    for (let round = 0; round < 5; round += 1) {
      await city.send(SENDING.electronic, electronicOnly({}));
      await sandbox.settle();
      const page = await city.page(tokens.at(-1) ?? first.token);
      expect(page.events).toHaveLength(1);
      tokens.push(page.continuationToken);
    }
    for (const token of tokens) expect(encodeURIComponent(token)).toBe(token);
    expect(new Set([first.token, ...tokens]).size).toBe(6);
    const last = tokens.at(-1);
    expect(await city.page(last)).toEqual({ continuationToken: last, events: [] });
    expect(await city.page(tokens[1])).toEqual(await city.page(tokens[1]));
    expect((await city.page(tokens[1])).events).toHaveLength(3);
  });

  it('10 writes message ids as JSON numbers that a double holds, and every reason as text', async () => {
    const answers = await everyKind();
    const ids = answers.flatMap(({ json }) => Object(json).messageId ?? []);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toSatisfy(Number.isSafeInteger);
    const reasons = answers.filter(({ status }) => status >= 400).map(({ json }) => Object(json).reason);
    for (const reason of reasons) expect(reason).toEqual(expect.stringMatching(/./));
  });

  it('11 gives the external id back in every event of a message that had one', async () => {
    const { events } = await city.eventsFrom();
    const own = events.filter(({ type }) => type !== 'Electronic message from end user');
    expect(own.filter(({ metadata }) => metadata.externalId === undefined)).toEqual([]);
    const body = electronicOnly({ externalId: '7d8b1f8e-5a5e-4a4f-9a4b-0f3a3f1f2b11' });
    const messageId = await city.send(SENDING.electronic, body);
    await sandbox.settle();
    const about = (await city.eventsFrom()).events.filter(({ metadata }) => metadata.messageId === messageId);
    expect(about.map(({ metadata }) => metadata.externalId)).toEqual([body.externalId]);
  });

  it('12 writes moments with three decimals and Z, and tells events in their order', async () => {
    const { events } = await city.eventsFrom();
    const times = events.map(({ eventTime }) => eventTime);
    for (const time of times) expect(time).toMatch(INSTANT);
    expect(times).toEqual([...times].sort());
    const inbound = events.find(({ type }) => type === 'Electronic message from end user')?.metadata.messageId ?? 0;
    const { json } = await city.call('GET', `/v2/messages/${inbound}`);
    expect(json).toMatchObject({
      createdAt: expect.stringMatching(INSTANT),
      electronic: { createdAt: expect.stringMatching(INSTANT) },
    });
  });

  it('13 gives active ids back exactly as they were sent', async () => {
    const endUsers = [{ id: KULJETUS }, { id: TESSA }, { id: KULJETUS }];
    const answer = await city.call('POST', '/v1/mailboxes/active', { json: { endUsers } });
    expect(answer.json).toEqual({ endUsersWithActiveMailbox: endUsers });
  });

  it('14 names every send in a traceId header, each differently', async () => {
    const body = electronicOnly({});
    const sends = [body, body, {}].map(async (json) => city.call('POST', SENDING.electronic, { json }));
    const ids = (await Promise.all(sends)).map(({ headers }) => headers.get('traceId') ?? '');
    for (const id of ids) expect(id).toMatch(/^\S+$/);
    expect(new Set(ids).size).toBe(3);
  });

  it('15 ignores an offer to go on in HTTP/2', async () => {
    const json = JSON.stringify(electronicOnly({}));
    const offer = {
      ...KEY,
      host: '127.0.0.1',
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
    };
    const headers = { ...offer, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(json)) };
    const sent = await askRaw(hub, { method: 'POST', path: SENDING.electronic, headers, body: [json] });
    expect(sent).toMatchObject({ status: 200, json: { messageId: expect.any(Number) } });
    expect(await askRaw(hub, { method: 'GET', path: '/v2/events', headers: offer })).toMatchObject({ status: 200 });
  });

  it('16 answers a GET that has a Content-Type and no body', async () => {
    const headers = { 'content-type': 'application/json' };
    const paths = ['/v2/events', '/v1/messages/id?externalId=none'];
    const statuses = paths.map(async (path) => (await city.call('GET', path, { headers })).status);
    expect(await Promise.all(statuses)).toEqual([200, 404]);
  });

  it('17 carries the message id in a 409', async () => {
    const body = electronicOnly({});
    const messageId = await city.send(SENDING.electronic, body);
    const answer = await city.call('POST', SENDING.electronic, { json: body });
    expect([answer.status, messageIdIn(answer)]).toEqual([409, messageId]);
  });

  it('18 writes MAILBOX_NOT_IN_USE where clients look for it', async () => {
    const answer = await city.call('POST', SENDING.electronic, { json: electronicOnly({ to: PAULA }) });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('MAILBOX_NOT_IN_USE');
    expect(answer.json).toMatchObject({ validationErrors: [{ errorCode: 'MAILBOX_NOT_IN_USE' }] });
  });
});
