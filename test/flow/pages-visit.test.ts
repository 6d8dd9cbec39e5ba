import { makePowers } from '#shared/flow/mandate/powers';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { power } from '#shared/domain/message/power';
import { HOUR, MINUTE } from '#shared/kernel/time';
import { COMPANY, NOON, PAULA, TESSA, address } from '#test/builders/messages';
import { type PagesClient, hiddenIn, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { consenting, deliveryOf, mailboxOf, openWorld, send } from '#test/builders/world-people';

let world: World;
let tessa: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
  await world.ports.entry.enterBusiness(COMPANY, {
    name: 'Kuljetus Oy',
    kind: 'COMPANY',
    representatives: [{ id: TESSA, role: 'NIMKO' }],
  });
  tessa = pagesClient(world);
});

const isElectronic = async () => {
  const { ports, hub } = world;
  const owner = await makeRecipientIds(ports).find(TESSA);
  return (await hub.consentOf(owner)).gate?.electronic;
};

describe('signing in', () => {
  it('asks whoever is not signed in to, and tells nothing else', async () => {
    for (const path of ['', '/messages/1', '/consent', '/matters', '/write', '/acting', '/messages/1/attachments/1']) {
      const answer = await tessa.get(path);
      expect(answer.status, path).toBe(401);
      expect(answer.text).toContain('/mailbox/sign-in');
      expect(answer.headers?.['set-cookie']).toBeUndefined();
    }
  });

  it('goes to the provider and comes back to the page that was wanted', async () => {
    expect(await tessa.signIn(TESSA, '?to=/consent')).toMatchObject({
      status: 303,
      headers: { location: '/mailbox/consent' },
    });
    expect((await tessa.get('/consent')).status).toBe(200);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/../x',
    '/messages/1/../../x',
    '/consent?x=1',
    '?offer=<',
    '/sign-out',
  ])('never leads to %s', async (to) => {
    const answer = await tessa.signIn(TESSA, `?to=${encodeURIComponent(to)}`);
    expect(answer.headers?.['location']).toBe('/mailbox');
  });

  it('is ended only by the browser that began it, with the answer to its own request', async () => {
    await tessa.get('/sign-in');
    expect((await tessa.get(`/signed-in?code=${TESSA}&state=another`)).status).toBe(401);
    expect((await pagesClient(world).get(`/signed-in?code=${TESSA}&state=another`)).status).toBe(401);
    expect((await tessa.get('')).status).toBe(401);
  });

  it('takes no weak identification, and tells so', async () => {
    const answer = await tessa.signIn('weak', '?lang=en');
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('This service needs strong identification');
  });

  it('keeps the visit sealed: no code and no name can be read from the cookie', async () => {
    await tessa.signIn(TESSA);
    expect(decodeURIComponent(tessa.cookie)).not.toMatch(/010280|Tessa/);
    const [, body = ''] = tessa.cookie.split(':');
    expect(Buffer.from(body, 'base64url').toString('latin1')).not.toMatch(/010280|Tessa/);
  });
});

describe('a visit', () => {
  beforeEach(async () => {
    await tessa.signIn(TESSA, '?lang=en');
  });

  it('ends after fifteen minutes without a request, and goes on with each', async () => {
    for (let i = 0; i < 3; i += 1) {
      world.tick(14 * MINUTE);
      expect((await tessa.get('')).status).toBe(200);
    }
    world.tick(16 * MINUTE);
    const ended = await tessa.get('');
    expect(ended.status).toBe(401);
    expect(ended.text).toMatch(/session has ended|Istuntosi on päättynyt/);
  });

  it('ends after an hour however busy it is', async () => {
    for (let spent = 0; spent < HOUR; spent += 10 * MINUTE) {
      expect((await tessa.get('')).status).toBe(200);
      world.tick(10 * MINUTE);
    }
    world.tick(MINUTE);
    expect((await tessa.get('')).status).toBe(401);
  });

  it('is sealed anew at every page', async () => {
    const before = tessa.cookie;
    await tessa.get('');
    expect(tessa.cookie).not.toBe(before);
  });

  it('can not be changed by a single character, nor be of another hub, nor name another key', async () => {
    const { cookie } = tessa;
    const flipped = cookie.slice(0, -3) + (cookie.at(-3) === 'A' ? 'B' : 'A') + cookie.slice(-2);
    const foreign = pagesClient(await openWorld());
    await foreign.get('/sign-in');
    const others = [
      flipped,
      foreign.cookie,
      cookie.replace('visits:', 'recipients:'),
      '__Host-mailbox=',
      'x=1',
      `${cookie}; ${cookie}`,
    ];
    for (const other of others) {
      tessa.cookie = other;
      expect((await tessa.get('')).status, other.slice(0, 30)).toBe(401);
    }
  });

  it('that is still signing in opens nothing', async () => {
    const stranger = pagesClient(world);
    await stranger.get('/sign-in');
    expect((await stranger.get('')).status).toBe(401);
  });

  it('ends by signing out', async () => {
    expect(await tessa.send('/sign-out', {}, '')).toMatchObject({
      status: 303,
      headers: { location: '/mailbox/sign-out?lang=en' },
    });
    expect(tessa.cookie).toBe('');
    expect((await tessa.get('/sign-out?lang=en')).text).toContain('You have signed out');
  });

  it('sends no page that another place may frame, keep or script', async () => {
    const { headers = {} } = await tessa.get('');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['set-cookie']).toMatch(
      /^__Host-mailbox=[^;]+; Max-Age=3600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(headers['cache-control']).toBeUndefined();
  });
});

describe('a form', () => {
  beforeEach(async () => {
    await tessa.signIn(TESSA, '?lang=en');
  });

  const withdrawal = async () => hiddenIn(await tessa.get('/consent/withdrawal'));

  it('without a token, or with somebody else’s, is refused by name and changes nothing', async () => {
    const fields = await withdrawal();
    const paula = pagesClient(world);
    await paula.signIn(PAULA);
    const { token: foreign = '' } = hiddenIn(await paula.get(''));
    for (const token of ['', 'x', foreign]) {
      const answer = await tessa.post('/consent/withdrawal', { ...fields, token });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('The form could not be taken');
    }
    expect(await isElectronic()).toBe(true);
  });

  it('from another place is refused, also with the token', async () => {
    for (const from of ['cross-site', 'same-site', 'none'])
      expect((await tessa.post('/consent/withdrawal', await withdrawal(), { 'sec-fetch-site': from })).status).toBe(
        403,
      );
    const json = { 'content-type': 'application/json' };
    expect((await tessa.post('/consent/withdrawal', await withdrawal(), json)).status).toBe(403);
    expect(await isElectronic()).toBe(true);
  });

  it('of a visit that has ended changes nothing, and says so', async () => {
    const fields = await withdrawal();
    world.tick(16 * MINUTE);
    const answer = await tessa.post('/consent/withdrawal', fields);
    expect(answer.status).toBe(401);
    expect(answer.text).toMatch(/nothing was sent or changed|mitään ei lähetetty eikä muutettu/);
    expect(await isElectronic()).toBe(true);
  });

  it('with an older version of the consent changes nothing, and shows what is in force', async () => {
    const answer = await tessa.send('/consent/withdrawal', { version: '7' });
    expect(answer.status).toBe(412);
    expect(answer.text).toContain('Your consent has changed since you opened the page');
    expect(await isElectronic()).toBe(true);
  });
});

describe('acting for a party', () => {
  beforeEach(async () => {
    await tessa.signIn(TESSA, '?lang=en');
  });

  it('shows its mailbox and names it on every page', async () => {
    expect(await tessa.send('/acting', { onBehalfOf: COMPANY })).toMatchObject({ status: 303 });
    const { text } = await tessa.get('/consent');
    expect(text).toContain('You are acting for: Kuljetus Oy');
    await tessa.send('/acting', { own: 'yes' });
    expect((await tessa.get('')).text).not.toContain('acting for: Kuljetus');
  });

  it('lists the parties of the register by names that mean nothing elsewhere', async () => {
    const holds = power.parse({
      mandateId: 'm-1',
      role: 'REPRESENTATIVE',
      source: 'REGISTER_ROLE',
      scope: { type: 'WHOLE_MAILBOX' },
      mayReceiveService: false,
      validFrom: NOON,
    });
    const holder = { id: COMPANY, name: 'Kuljetus Oy', power: holds };
    const agent = pagesClient(world, {
      powers: { ...makePowers(world.ports), principalsOf: async () => ({ known: [holder], complete: true }) },
    });
    await agent.signIn(TESSA, '?lang=en');
    const { text = '' } = await agent.get('/acting');
    expect(text).not.toContain(COMPANY);
    expect(text).not.toContain('Not every register tells');
    const party = /name="party"\s+value="([0-9a-f]{32})"/.exec(text)?.[1] ?? '';
    expect((await tessa.send('/acting', { party })).status).toBe(400);
    expect((await agent.send('/acting', { party })).status).toBe(303);
    expect((await agent.get('')).text).toContain('You are acting for: Kuljetus Oy');
  });

  it.each(['0737546-2', PAULA, 'x', ''])('is refused for %j, told at the field', async (onBehalfOf) => {
    const answer = await tessa.send('/acting', { onBehalfOf });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('You can not act for this party');
  });

  it('ends with the power, in the middle of a visit: nothing is done', async () => {
    await tessa.send('/acting', { onBehalfOf: COMPANY });
    const fields = hiddenIn(await tessa.get('/consent'));
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives: [] });
    const answer = await tessa.post('/consent', { ...fields, email: 'yritys@example.fi', language: 'fi' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('You have no right to act for this party any more');
    expect(await makeRecipientIds(world.ports).find(COMPANY)).toBeUndefined();
    expect((await tessa.get('')).text).toContain('Signed in as');
  });
});

describe('a fault behind a page', () => {
  it('is told as a page in the language of the browser', () => {
    const answer = tessa.fault('/messages/1');
    expect(answer.status).toBe(502);
    expect(answer.text).toContain('Ett tillfälligt fel i tjänsten');
  });
});

describe('a message of somebody else', () => {
  it('is the same page as none at all, and nothing is recorded', async () => {
    const id = await send(world);
    await world.settle();
    const paula = pagesClient(world);
    await paula.signIn(PAULA, '?lang=en');
    const none = await paula.get('/messages/4711');
    for (const path of [
      `/messages/${id}`,
      `/messages/${id}/decision`,
      `/messages/${id}/reply`,
      `/messages/${id}/attachments/1`,
      '/messages/x',
    ]) {
      const answer = await paula.get(path);
      expect([answer.status, withoutToken(answer.text)], path).toEqual([404, withoutToken(none.text)]);
    }
    const { token = '' } = hiddenIn(await paula.get(''));
    for (const action of ['receipt', 'reply'])
      expect((await paula.post(`/messages/${id}/${action}`, { token, body: 'Hei' })).status).toBe(404);
    expect((await mailboxOf(world))[0]?.state).toBe('NEW');
    expect((await deliveryOf(world, id)).facts.some(({ type }) => type === 'OPENED')).toBe(false);
  });
});

function withoutToken(text = ''): string {
  return text.replaceAll(/value="[0-9a-f]{32}"/g, '');
}
