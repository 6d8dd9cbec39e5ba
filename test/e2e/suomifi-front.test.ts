import { beforeAll, describe, expect, it } from 'vitest';
import { KULJETUS, PAULA, PAPERI, TESSA, identityCode } from '#test/builders/e2e-bodies';
import { SYSTEM_1, SYSTEM_2, authorityWith, systemOne, tokenFor } from '#test/builders/e2e-authority';
import { START, useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask } from '#test/builders/e2e-wire';

const hub = useHub({ env: { HUB_SEED: 'demo' } });
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

describe('a token', () => {
  it('is given for a right username and password and says how long it lives', async () => {
    const answer = await ask(hub, 'POST', '/v1/token', { json: SYSTEM_1 });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' });
  });

  it.each([
    ['a wrong password', { ...SYSTEM_1, password: 'Aa1!'.repeat(9) }],
    ['the password of another system', { ...SYSTEM_1, password: SYSTEM_2.password }],
    ['an unknown system', { ...SYSTEM_1, username: 'hub-system-9' }],
    ['an empty password', { ...SYSTEM_1, password: '' }],
    ['no password', { username: SYSTEM_1.username }],
  ])('is refused with 400 for %s', async (_, credentials) => {
    const answer = await ask(hub, 'POST', '/v1/token', { json: credentials });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ reason: expect.stringMatching(/./) });
  });

  it('is taken bare, after Bearer in any case, and an API key in its place', async () => {
    const token = await tokenFor(hub);
    const credentials: readonly Record<string, string>[] = [
      { authorization: token },
      { authorization: `Bearer ${token}` },
      { authorization: `bearer ${token}` },
      { 'x-api-key': 'hub-api-key' },
    ];
    const answers = await Promise.all(
      credentials.map((credential) => authorityWith(hub, credential).call('GET', '/v2/events')),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('stays valid when newer ones are fetched', async () => {
    const first = await tokenFor(hub);
    const second = await tokenFor(hub);
    expect(second).not.toBe(first);
    const statuses = [first, second].map(
      async (token) => (await ask(hub, 'GET', '/v2/events', { headers: { authorization: token } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });

  it.each([
    ['no credential', {}],
    ['an empty one', { authorization: '' }],
    ['the word Bearer alone', { authorization: 'Bearer ' }],
    ['a token nobody gave', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
    ['an unknown API key', { 'x-api-key': 'no-such-key' }],
    ['the print provider’s key', { 'x-api-key': 'print-key' }],
  ])('is missed with 401 and a reason for %s', async (_, headers) => {
    const answer = await ask(hub, 'GET', '/v2/events', { headers });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({ reason: expect.stringMatching(/./) });
  });
});

describe('a change of password', () => {
  const NEW = 'Cc3#'.repeat(8);
  const signedIn = { token: '' };
  const change = async (body: object) => ask(hub, 'POST', '/v1/change-password', { json: body });

  beforeAll(async () => {
    signedIn.token = await tokenFor(hub, SYSTEM_2);
  });

  it.each([
    ['is shorter than 32 characters', 'Cc3#'.repeat(7)],
    ['has no upper-case letter', 'cc3#'.repeat(8)],
    ['has no lower-case letter', 'CC3#'.repeat(8)],
    ['has no digit', 'CcC#'.repeat(8)],
    ['has no symbol', 'Cc33'.repeat(8)],
  ])('is refused for a new password that %s', async (_, newPassword) => {
    const answer = await change({ accessToken: signedIn.token, currentPassword: SYSTEM_2.password, newPassword });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ reason: expect.stringContaining('newPassword') });
    expect(answer.text).not.toContain(newPassword);
  });

  it('is refused with 400 for a wrong token and for a wrong current password', async () => {
    const accessToken = signedIn.token;
    const answers = [
      await change({ accessToken: 'nonsense', currentPassword: SYSTEM_2.password, newPassword: NEW }),
      await change({ accessToken, currentPassword: SYSTEM_1.password, newPassword: NEW }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });

  it('answers an empty object; the new password signs in and the old one does not', async () => {
    const accessToken = signedIn.token;
    const answer = await change({ accessToken, currentPassword: SYSTEM_2.password, newPassword: NEW });
    expect(answer).toMatchObject({ status: 200, text: '{}' });
    const withOld = await ask(hub, 'POST', '/v1/token', { json: SYSTEM_2 });
    const withNew = await ask(hub, 'POST', '/v1/token', { json: { ...SYSTEM_2, password: NEW } });
    expect([withOld.status, withNew.status]).toEqual([400, 200]);
  });

  it('can be followed at once by another', async () => {
    const accessToken = await tokenFor(hub, { ...SYSTEM_2, password: NEW });
    const back = await change({ accessToken, currentPassword: NEW, newPassword: SYSTEM_2.password });
    expect(back.status).toBe(200);
  });
});

describe('a look-up of mailboxes', () => {
  const active = async (ids: readonly string[]) =>
    city.call('POST', '/v1/mailboxes/active', { json: { endUsers: ids.map((id) => ({ id })) } });

  it('gives back the active ones exactly as asked, in the order asked', async () => {
    const answer = await active([KULJETUS, PAULA, PAPERI, TESSA]);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ endUsersWithActiveMailbox: [{ id: KULJETUS }, { id: TESSA }] });
  });

  it('leaves out what is no valid code, without a word', async () => {
    const answer = await active(['010280-952M', '2532004-4', 'abcdefghi', '310280-952L', TESSA, '           ']);
    expect(answer.json).toEqual({ endUsersWithActiveMailbox: [{ id: TESSA }] });
  });

  it('takes ten thousand ids', async () => {
    const days = Array.from({ length: 100 }, (_, i) => `${10 + (i % 18)}${10 + (i % 3)}${50 + Math.floor(i / 18)}`);
    const people = days.flatMap((day) => Array.from({ length: 100 }, (_, i) => identityCode(day, '-', 900 + i)));
    const ids = [...people.slice(0, 9_999), TESSA];
    const answer = await active(ids);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ endUsersWithActiveMailbox: [{ id: TESSA }] });
  });

  it.each([
    ['none', 0],
    ['ten thousand and one', 10_001],
  ])('is refused for %s', async (_, length) => {
    const answer = await active(Array.from({ length }, () => TESSA));
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ reason: expect.stringContaining('endUsers') });
  });

  it.each(['12345678', '123456789012'])('is refused for an id of a length no code has: %s', async (id) => {
    const answer = await active([id]);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(id);
  });
});

describe('a message from a person', () => {
  const seeded: { messageId: number; attachmentId: string } = { messageId: 0, attachmentId: '' };

  beforeAll(async () => {
    await sandbox.settle();
    const { events } = await city.eventsFrom();
    seeded.messageId = events[0]?.metadata.messageId ?? 0;
    const { json } = await city.call('GET', `/v2/messages/${seeded.messageId}`);
    seeded.attachmentId = /"attachmentId":"([^"]+)"/.exec(JSON.stringify(json))?.[1] ?? '';
  });

  it('is told of by an event without an external id', async () => {
    const { events } = await city.eventsFrom();
    expect(events).toEqual([
      {
        type: 'Electronic message from end user',
        eventTime: START,
        metadata: { messageId: seeded.messageId, serviceId: 'hub-service-1' },
      },
    ]);
  });

  it('is fetched with its sender, its text and its files', async () => {
    const { messageId, attachmentId } = seeded;
    const answer = await city.call('GET', `/v2/messages/${messageId}`);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      messageId,
      createdAt: START,
      electronic: {
        messageId,
        createdAt: START,
        title: expect.any(String),
        body: expect.any(String),
        attachments: [
          { attachmentId, filename: 'selvitys.txt', mediaType: 'text/plain', sizeBytes: expect.any(Number) },
        ],
        thread: { rootMessageId: messageId },
      },
      sender: { mailboxOwner: { id: TESSA, name: 'Testilä Tessa' } },
    });
  });

  it('has its file fetched byte by byte, under its own name', async () => {
    const answer = await city.call('GET', `/v1/attachments/${seeded.attachmentId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.headers.get('content-disposition')).toContain('selvitys.txt');
    expect(answer.text).toContain('Selvitys');
  });

  it.each([
    ['/v2/messages/1', 404],
    ['/v2/messages/nonsense', 400],
    ['/v2/messages/99999999999999999999', 400],
    ['/v1/attachments/00000000-0000-4000-8000-000000000000', 404],
    ['/v1/attachments/nonsense', 400],
    ['/v1/messages/id?externalId=never-used', 404],
    ['/v1/messages/id', 400],
    ['/v2/events?continuationToken=nonsense', 400],
  ])('is not found where none is: %s answers %i', async (path, status) => {
    const answer = await city.call('GET', path);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ reason: expect.stringMatching(/./) });
  });

  it('is kept for sixty days, with its file and its event, and then for nobody', async () => {
    const { messageId, attachmentId } = seeded;
    const paths = [`/v2/messages/${messageId}`, `/v1/attachments/${attachmentId}`];
    const statuses = async () => Promise.all(paths.map(async (path) => (await city.call('GET', path)).status));
    const told = async () => (await city.eventsFrom()).events.length;

    await sandbox.moveTo('2027-01-22T08:14:59.000Z');
    expect([await statuses(), await told()]).toEqual([[200, 200], 1]);
    await sandbox.moveTo('2027-01-22T08:15:01.000Z');
    expect([await statuses(), await told()]).toEqual([[404, 404], 0]);
  });

  it('keeps a file that was uploaded long before it for as long as itself', async () => {
    const tessa = await personAt(hub, TESSA);
    const file = await tessa.upload();
    await sandbox.advance('PT23H');
    const again = await personAt(hub, TESSA);
    const sent = await again.write({
      serviceId: 'hub-service-1',
      title: 'Lisäys',
      body: 'Ohessa.',
      attachmentIds: [file],
    });
    await sandbox.advance('P59DT12H');
    const message = await city.call('GET', `/v2/messages/${sent}`);
    const itsFile = await city.call('GET', `/v1/attachments/${file}`);
    expect([message.status, itsFile.status]).toEqual([200, 200]);
  });
});
