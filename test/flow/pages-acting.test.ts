import { beforeEach, describe, expect, it } from 'vitest';
import { PAGES_FOR_ANOTHER, PAGES_OF_THE_VISIT } from '#shared/contracts/pages/acts';
import { PAGE_CALLS } from '#shared/contracts/pages/calls';
import { PAULA, TESSA } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import { held, withTwo } from '#test/builders/world-mandates';
import { acting, openWorld } from '#test/builders/world-people';

let world: World;
let paula: PagesClient;

/** Somebody with a mandate for the mailbox, looking at it in a browser. */
beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
  await held(world);
  paula = pagesClient(world);
  await paula.signIn(PAULA, '?lang=en');
  expect((await paula.send('/acting', { onBehalfOf: TESSA })).status).toBe(303);
});

/** What nobody does for another, whatever mandate they hold (REQ-124, REQ-160). */
const FOR_ONESELF = [
  'GET /mailbox/data',
  'POST /mailbox/data',
  'GET /mailbox/data/log',
  'POST /mailbox/data/export',
  'GET /mailbox/data/erasure',
  'POST /mailbox/data/erasure',
];

const looksAt = async () => {
  const { recipientId } = await acting(world, TESSA);
  const entries = recipientId ? await world.ports.accessLog.list(recipientId, { limit: 50 }) : [];
  return entries.map(({ act }) => act);
};

describe('the pages on behalf of another', () => {
  it('list the mail that a mandate reaches, and enter the look in the log of its owner first', async () => {
    expect((await paula.get('')).status).toBe(200);
    expect(await looksAt()).toContain('MAILBOX_LISTED');
  });

  it.each([
    '/consent',
    '/consent/withdrawal',
    '/consent/history',
    '/matters',
    '/mandates',
    '/mandates/new',
    '/data',
    '/data/log',
    '/data/erasure',
  ])('show nothing at %s, which no mandate covers', async (path) => {
    const answer = await paula.get(path);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('does not cover this');
    expect(answer.text).not.toContain('active@example.fi');
  });

  it('change no consent by a form sent all the same', async () => {
    const { recipientId } = await acting(world, TESSA);
    const before = (await world.hub.consentOf(recipientId)).version;
    expect((await paula.send('/consent/withdrawal', {}, '/acting')).status).toBe(403);
    expect((await world.hub.consentOf(recipientId)).version).toBe(before);
    expect(await looksAt()).not.toContain('CONSENT_CHANGED');
  });

  it('are named one by one: what is not named is for oneself alone', () => {
    const visited = PAGE_CALLS.map(({ method, path }) => `${method} ${path}`);
    const named = [...Object.keys(PAGES_FOR_ANOTHER), ...PAGES_OF_THE_VISIT];
    expect(named.filter((call) => !visited.includes(call))).toEqual([]);
    expect(visited.filter((call) => !named.includes(call)).toSorted()).toEqual(
      [
        'GET /mailbox/accessibility',
        ...FOR_ONESELF,
        'GET /mailbox/sign-in',
        'GET /mailbox/sign-out',
        'GET /mailbox/signed-in',
        'GET /mailbox/style/{file}',
      ].toSorted(),
    );
  });
});
