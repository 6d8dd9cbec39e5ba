import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#shared/kernel/time';
import { TESSA } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { acting, choose, consenting, openWorld } from '#test/builders/world-people';

const EMAIL = 'active@example.fi';
const WRONG = '00000000';

let world: World;
let tessa: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  tessa = pagesClient(world);
  await tessa.signIn(TESSA, '?lang=en');
});

const textOf = async (path: string) => (await tessa.get(path)).text ?? '';

describe('the history of a consent', () => {
  it('tells of every change, the newest first: when, by whom, on which text and from where', async () => {
    await tessa.send('/consent/withdrawal', {});
    expect(await textOf('/consent')).toContain('href="/mailbox/consent/history"');
    const text = await textOf('/consent/history');
    expect(text.indexOf('Consent was withdrawn')).toBeLessThan(text.indexOf('Consent was given'));
    for (const told of ['you yourself', 'Given here, identified', '2026-11', '13/2003 § 18', EMAIL, 'Finnish'])
      expect(text).toContain(told);
    expect(text).toMatch(/2\d November 2026 \d\d\.\d\d/);
  });

  it('leads on to older changes, and back', async () => {
    for (let i = 0; i < 20; i += 1) await choose(world, TESSA, { electronic: true, email: `a${i}@example.fi` });
    const [, next = ''] =
      /href="\/mailbox(\/consent\/history\?after=\d+)"/.exec(await textOf('/consent/history')) ?? [];
    const older = await textOf(next);
    expect(older).toContain('Consent was given');
    expect(older).toContain('Newest changes');
    expect(await textOf('/consent/history?after=x')).toContain('a19@example.fi');
  });

  it('of who has chosen nothing says so', async () => {
    await world.ports.entry.enterPerson('010190-900X', { name: 'Uusi Ulla' });
    const ulla = pagesClient(world);
    await ulla.signIn('010190-900X', '?lang=en');
    expect((await ulla.get('/consent/history')).text).toContain('No consent has been given or changed');
  });
});

describe('the code of an e-mail address', () => {
  const codes = () =>
    world.mailer.sent
      .filter(({ to }) => to === EMAIL)
      .flatMap(({ notice }) => /(?<!\d)\d{8}(?!\d)/.exec(notice.text)?.[0] ?? []);
  const tell = async (code = '') => tessa.send('/consent/code', { code }, '/consent');
  const verifiedAt = async () =>
    (await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.emailVerifiedAt;

  it('that is right verifies the address, and is asked for no more', async () => {
    const [code = ''] = codes();
    expect(await tell(` ${code.slice(0, 4)} ${code.slice(4)} `)).toMatchObject({
      status: 303,
      headers: { location: '/mailbox/consent' },
    });
    expect(await verifiedAt()).toBe(world.now());
    const text = await textOf('/consent');
    expect(text).toContain('The e-mail address has been verified');
    expect(text).not.toContain('name="code"');
    expect(await textOf('/consent/history')).toContain('The e-mail address was verified');
  });

  it('that is wrong is refused at its field, and verifies nothing; the right one still does', async () => {
    const answer = await tell(WRONG);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#code"');
    expect(await verifiedAt()).toBeUndefined();
    expect((await tell(codes()[0])).status).toBe(303);
  });

  it.each([
    [
      'a day old',
      async () => {
        world.tick(DAY);
      },
    ],
    [
      'of an address that another has taken the place of',
      async () => choose(world, TESSA, { electronic: true, email: 'new@example.fi' }),
    ],
    [
      'that another was sent after',
      async () => world.hub.askForCode(await acting(world, TESSA)).then(async () => world.settle()),
    ],
  ])('%s is void: refused at its field, and another can be asked for', async (_, makeVoid) => {
    const [code] = codes();
    await makeVoid();
    await tessa.signIn(TESSA, '?lang=en');
    const answer = await tell(code);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#code"');
    expect(answer.text).toContain('action="/mailbox/consent/code/new"');
    expect(await verifiedAt()).toBeUndefined();
  });
});
