import { beforeEach, describe, expect, it } from 'vitest';
import { SERVICE, TESSA, electronicPart } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
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

async function arrived(title: string) {
  const id = await send(world, { electronic: electronicPart({ title, replyAllowedBy: 'Anyone' }) });
  await world.settle();
  return id;
}

describe('the folders', () => {
  it('show what was sent, with the receipt of its arrival, and the conversation it belongs to', async () => {
    const id = await arrived('Lasku');
    expect(await textOf(`/messages/${id}`)).not.toContain('/mailbox/threads/');
    await tessa.send(`/messages/${id}/reply`, { body: 'Kiitos' });
    await world.settle();
    const path = /href="\/mailbox(\/sent\/\d+)"/.exec(await textOf('/sent'))?.[1] ?? '';
    const sent = await textOf(path);
    expect(sent).toContain('Kiitos');
    expect(sent).toContain('Receipt of arrival');
    expect(await textOf(`/messages/${id}`)).toContain(`href="/mailbox/threads/${id}"`);
    const thread = await textOf(/href="\/mailbox(\/threads\/\d+)"/.exec(sent)?.[1] ?? '');
    expect(thread).toContain(`/mailbox/messages/${id}`);
    expect(thread).toContain(`/mailbox${path}`);
  });

  it('keep a deleted message to be restored', async () => {
    const id = await arrived('Lasku');
    expect((await tessa.send(`/messages/${id}/deletion`, {}, `/messages/${id}`)).status).toBe(303);
    expect(await textOf('')).not.toContain('Lasku');
    expect(await textOf('/deleted')).toContain('Restore: Lasku');
    expect((await tessa.send(`/messages/${id}/restoration`, {}, '/deleted')).status).toBe(303);
    expect(await textOf('')).toContain('Lasku');
  });

  it('find messages by words and days that stand in no address', async () => {
    await arrived('Päätös paikasta');
    const found = await tessa.send('/search', { words: 'paikasta', sender: 'children' });
    expect(found.text).toContain('Messages found: 1');
    expect((await tessa.send('/search', { words: 'muu' })).text).toContain('No messages match');
    expect((await tessa.send('/search', { from: 'eilen' })).status).toBe(400);
  });

  it('answer for what is somebody else’s as for what is not there', async () => {
    for (const path of ['/sent/5', '/threads/5', '/sent/x']) expect((await tessa.get(path)).status).toBe(404);
    for (const step of ['deletion', 'restoration'])
      expect((await tessa.send(`/messages/5/${step}`, {}, '')).status).toBe(404);
    expect((await tessa.get(`/write?service=${SERVICE}`)).status).toBe(200);
  });
});

describe('the code of an e-mail address', () => {
  it('that is wrong is refused at its field; another one is sent when it is asked for', async () => {
    const answer = await tessa.send('/consent/code', { code: '00000000' }, '/consent');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#code"');
    expect((await tessa.send('/consent/code/new', {}, '/consent')).status).toBe(303);
    expect(await textOf('/consent')).toContain('A new code is sent to your e-mail');
  });
});
