import { describe, expect, it, onTestFinished } from 'vitest';
import { SENDING, messageIdIn, systemOne, tokenFor } from '#test/builders/e2e-authority';
import { PAULA, TESSA, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { type HubProcess, START, newFolder, removeFolder, startHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

/** A folder that starts of one test share. */
function ownFolder(): string {
  const folder = newFolder();
  onTestFinished(() => {
    removeFolder(folder);
  });
  return folder;
}

async function start(folder: string, env: Record<string, string> = {}): Promise<HubProcess> {
  const hub = await startHub({ folder, env });
  onTestFinished(async () => {
    await hub.end('SIGKILL');
  });
  return hub;
}

describe('a hub that is ended by Ctrl-C', () => {
  it('ends with exit code 0, says nothing more, and a new start, later, finds everything', async () => {
    const folder = ownFolder();
    const first = await start(folder);
    const city = systemOne(first);
    const file = await city.upload();
    const electronic = await city.send(SENDING.electronic, electronicOnly({ replies: true }));
    const letter = await city.send(SENDING.multichannel, multichannel({ to: PAULA, file }));
    await sandboxOf(first).settle();
    const tessa = await personAt(first, TESSA);
    const inbound = await tessa.reply(electronic, { body: 'Kiitos.' });
    await tessa.open(electronic);
    const waiting = await city.send(SENDING.electronic, electronicOnly({ title: 'Odottaa' }));
    const before = await everythingAt(first);
    const token = await tokenFor(first);
    const signedIn = await sandboxOf(first).signIn(TESSA);
    expect(await first.end('SIGINT')).toBe(0);
    expect(first.output()).toBe(`ready ${first.url}\n`);

    const second = await start(folder, { HUB_NOW: '2026-11-23T08:30:00.000Z' });
    expect(await sandboxOf(second).now()).toBe('2026-11-23T08:30:00.000Z');
    expect(await everythingAt(second)).toEqual(before);
    const withToken = await fetch(`${second.url}/v2/events`, { headers: { authorization: token } });
    const withSignIn = await fetch(`${second.url}/me/v1/consent`, { headers: { authorization: `Bearer ${signedIn}` } });
    expect([withToken.status, withSignIn.status]).toEqual([200, 200]);

    await sandboxOf(second).settle();
    const again = systemOne(second);
    expect((await again.show(waiting)).state).toBe('DELIVERED');
    expect(await again.typesAbout(inbound)).toEqual(['Electronic message from end user']);
    expect(await again.call('GET', `/v2/messages/${inbound}`)).toMatchObject({ status: 200 });
    expect(await sandboxOf(second).letterOf(letter)).toMatchObject({ class: 'LETTER' });
  });

  it('in the midst of work ends cleanly too, and its callers lose nothing that was answered', async () => {
    const folder = ownFolder();
    const first = await start(folder, { HUB_CLOCK: 'running' });
    const city = systemOne(first);
    const sends = Array.from({ length: 30 }, async () =>
      city.call('POST', SENDING.electronic, { json: electronicOnly({}) }).catch(() => undefined),
    );
    await Promise.any(sends);
    expect(await first.end('SIGINT')).toBe(0);
    const answered = (await Promise.all(sends)).flatMap((answer) =>
      answer?.status === 200 ? [messageIdIn(answer)] : [],
    );
    const second = await start(folder, { HUB_CLOCK: 'running' });
    await sandboxOf(second).settle();
    const list = (await (await personAt(second, TESSA)).list()).map(({ messageId }) => messageId);
    expect(list).toEqual(expect.arrayContaining(answered));
    expect(new Set(list).size).toBe(list.length);
  });
});

describe('a hub with a manual clock', () => {
  it('killed in the midst of work goes on from its last moment, and delivers what was accepted, each once', async () => {
    const folder = ownFolder();
    const first = await start(folder);
    const city = systemOne(first);
    await sandboxOf(first).moveTo('2026-12-01T04:00:00.000Z');
    const file = await city.upload();
    const ids = [
      await city.send(SENDING.electronic, electronicOnly({})),
      await city.send(SENDING.multichannel, multichannel({ to: PAULA, file })),
      await city.send(SENDING.electronic, electronicOnly({ verifiable: true })),
    ];
    const settled = sandboxOf(first)
      .call('POST', '/settle')
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await first.end('SIGKILL');
    await settled;

    const second = await start(folder, { HUB_NOW: START });
    expect(await sandboxOf(second).now()).toBe('2026-12-01T04:00:00.000Z');
    await sandboxOf(second).settle();
    const { events } = await systemOne(second).eventsFrom();
    const told = ids.map((id) => events.flatMap(({ type, metadata }) => (metadata.messageId === id ? [type] : [])));
    expect(told).toEqual([
      ['Electronic message created'],
      ['Paper mail created', 'Sent for printing and enveloping'],
      ['Electronic message created'],
    ]);
    const mails = (await sandboxOf(second).emails()).map(({ messageId }) => messageId);
    expect(mails.sort()).toEqual([ids[0], ids[2]].sort());
    expect(await sandboxOf(second).letters()).toHaveLength(1);
  });
});

/** All that can be seen of a hub from outside. */
async function everythingAt(hub: HubProcess): Promise<unknown> {
  const city = systemOne(hub);
  const sandbox = sandboxOf(hub);
  const { events, token } = await city.eventsFrom();
  const ids = [...new Set(events.map(({ metadata }) => metadata.messageId))];
  const letters = await sandbox.letters();
  return {
    events,
    token,
    messages: await Promise.all(ids.map(async (id) => (await city.call('GET', `/hub/v1/messages/${id}`)).json)),
    mailbox: await (await personAt(hub, TESSA)).list(),
    consent: await (await personAt(hub, TESSA)).consent(),
    emails: await sandbox.emails(),
    letters: letters.map(({ pdfUrl, ...letter }) => ({ ...letter, path: new URL(pdfUrl).pathname })),
  };
}
