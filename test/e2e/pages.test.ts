import { describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { TESSA, electronicOnly } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, ask } from '#test/builders/e2e-wire';
import { hiddenIn } from '#test/builders/pages-client';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

/** A browser without scripts: follows the links and forms it is shown, and keeps one cookie. */
function browser() {
  const kept = { cookie: '' };
  const call = async (method: string, address: string, fields?: Readonly<Record<string, string>>): Promise<Answer> => {
    const answer = await ask(hub, method, address.replace(hub.url, ''), {
      headers: { cookie: kept.cookie, ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      body: fields && new URLSearchParams(fields).toString(),
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) kept.cookie = set.split(';')[0] ?? '';
    const next = answer.headers.get('location');
    return answer.status === 303 && next?.includes('/mailbox') === true ? call('GET', next) : answer;
  };
  const get = async (address: string) => call('GET', address);
  return {
    kept,
    get,
    /** Sends the form of a page as it stands, with what is filled in. */
    send: async (page: Answer, address: string, fields: Readonly<Record<string, string>> = {}) =>
      call('POST', address, { ...hiddenIn({ status: 200, text: page.text }), ...fields }),
    /** The same with a file. */
    sendFile: async (page: Answer, address: string, fields: Readonly<Record<string, string>>) => {
      const form = new FormData();
      const all = { ...hiddenIn({ status: 200, text: page.text }), ...fields };
      for (const [name, value] of Object.entries(all)) form.append(name, value);
      form.append('files', new File(['%PDF-1.7 päätös'], 'Päätös.pdf'));
      const answer = await ask(hub, 'POST', address, { headers: { cookie: kept.cookie }, body: form });
      const set = answer.headers.get('set-cookie');
      if (set !== null) kept.cookie = set.split(';')[0] ?? '';
      return call('GET', answer.headers.get('location') ?? '');
    },
    signIn: async (id: string): Promise<Answer> => {
      const away = (await get('/mailbox/sign-in?lang=en')).headers.get('location') ?? '';
      const asked = Object.fromEntries(new URL(away).searchParams);
      expect((await get(away)).text).toContain('Testilä Tessa');
      return call('POST', '/sandbox/identity', { ...asked, id });
    },
  };
}

describe('the pages of the mailbox', () => {
  it('let a person sign in, read, acknowledge, answer, choose and withdraw', async () => {
    const body = electronicOnly({ verifiable: true, replies: true, title: 'Päätös paikasta' });
    const messageId = await city.send(SENDING.electronic, body);
    await sandbox.settle();
    const tessa = browser();
    const list = await tessa.signIn(TESSA);
    expect([list.status, list.text.includes('Päätös paikasta')]).toEqual([200, true]);

    const at = `/mailbox/messages/${messageId}`;
    const closed = await tessa.get(at);
    expect(closed.text).toContain('What acknowledging means');
    const open = await tessa.send(closed, `${at}/receipt`);
    expect(open.text).toContain('You have acknowledged receipt');
    expect((await (await personAt(hub, TESSA)).lineOf(messageId))?.state).toBe('OPENED');

    const answered = await tessa.sendFile(await tessa.get(`${at}/reply`), `${at}/reply`, { body: 'Kiitos!' });
    expect(answered.text).toContain('The message has reached the authority');
    await sandbox.settle();
    const { events } = await city.eventsFrom();
    expect(events.map(({ type }) => type)).toContain('Electronic message from end user');

    const page = await tessa.get('/mailbox/consent/withdrawal');
    const withdrawn = await tessa.send(page, '/mailbox/consent/withdrawal');
    expect(withdrawn.text).toContain('Your consent has been withdrawn');
    expect((await (await personAt(hub, TESSA)).consent()).electronic).toBe(false);

    const out = await tessa.send(withdrawn, '/mailbox/sign-out');
    expect(out.text).toContain('You have signed out');
    expect((await tessa.get(at)).status).toBe(401);
    expect(hub.output()).not.toContain(TESSA);
  });

  it('redeem a code once, and take it from nobody else', async () => {
    const tessa = browser();
    const away = (await tessa.get('/mailbox/sign-in')).headers.get('location') ?? '';
    const asked = Object.fromEntries(new URL(away).searchParams);
    const back = await ask(hub, 'POST', '/sandbox/identity', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...asked, id: TESSA }).toString(),
    });
    const address = (back.headers.get('location') ?? '').replace(hub.url, '');
    expect((await browser().get(address)).status).toBe(401);
    const { cookie } = tessa.kept;
    expect((await tessa.get(address)).status).toBe(200);
    expect((await ask(hub, 'GET', address, { headers: { cookie } })).status).toBe(401);
  });

  it('bring their stylesheet by a name that never changes its content', async () => {
    const { text } = await ask(hub, 'GET', '/mailbox/accessibility');
    const style = await ask(hub, 'GET', /href="([^"]+\.css)"/.exec(text)?.[1] ?? '');
    expect([style.status, style.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await ask(hub, 'GET', '/mailbox/style/other.css')).status).toBe(404);
  });
});
