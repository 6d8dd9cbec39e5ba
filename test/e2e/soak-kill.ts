import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SENDING, type SuomifiEvent, messageIdIn, systemOne } from '#test/builders/e2e-authority';
import { PAULA, TESSA, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { type HubProcess, newFolder, removeFolder, startHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { type Email, type Letter, sandboxOf } from '#test/builders/e2e-sandbox';

/** Kills, and senders that send without a pause until each. */
const KILLS = 30;
const SENDERS = 3;
/** Milliseconds from the ready line to a kill, at most. */
const LONGEST_LIFE = 600;

interface Sent {
  readonly road: string;
  readonly body: { readonly externalId: string };
  /** Absent where the hub was killed before it answered. */
  readonly messageId?: number;
}

const folder = newFolder();
const sent: Sent[] = [];
const told: SuomifiEvent[] = [];
const end: { emails: readonly Email[]; letters: readonly Letter[]; list: readonly number[] } = {
  emails: [],
  letters: [],
  list: [],
};
const running: { hub?: HubProcess; token?: string } = {};

function hubNow(): HubProcess {
  if (!running.hub) throw new Error('no hub runs');
  return running.hub;
}

async function startAgain(): Promise<void> {
  running.hub = await startHub({ folder, env: { HUB_CLOCK: 'running' } });
}

/** Sends one message after another until nobody answers. */
async function sendOn(file: string, number: number): Promise<void> {
  const city = systemOne(hubNow());
  for (let i = number; ; i += 1) {
    const toMailbox = i % 3 !== 0;
    const road = toMailbox ? SENDING.electronic : SENDING.multichannel;
    const body = toMailbox ? electronicOnly({}) : multichannel({ to: PAULA, file });
    try {
      const answer = await city.call('POST', road, { json: body });
      sent.push({ road, body, messageId: messageIdIn(answer) });
    } catch {
      sent.push({ road, body });
      return;
    }
  }
}

async function readOn(): Promise<void> {
  const { events, token } = await systemOne(hubNow()).eventsFrom(running.token);
  told.push(...events);
  running.token = token;
}

/** One life of the hub, ended in the midst of its work. */
async function lifeAndDeath(file: string): Promise<void> {
  const senders = Array.from({ length: SENDERS }, async (_, i) => sendOn(file, i));
  await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * LONGEST_LIFE));
  await hubNow().end('SIGKILL');
  await Promise.all(senders);
  await startAgain();
  await readOn();
}

beforeAll(async () => {
  await startAgain();
  const file = await systemOne(hubNow()).upload();
  for (let kill = 0; kill < KILLS; kill += 1) await lifeAndDeath(file);
  const city = systemOne(hubNow());
  for (const [i, { road, body, messageId }] of sent.entries()) {
    const answer = await city.call('POST', road, { json: body });
    if (messageId !== undefined) expect([answer.status, messageIdIn(answer)]).toEqual([409, messageId]);
    expect([200, 409]).toContain(answer.status);
    sent[i] = { road, body, messageId: messageIdIn(answer) };
  }
  const sandbox = sandboxOf(hubNow());
  await sandbox.settle();
  await readOn();
  end.emails = await sandbox.emails();
  end.letters = await sandbox.letters();
  end.list = (await (await personAt(hubNow(), TESSA)).list()).map(({ messageId }) => messageId);
});

afterAll(async () => {
  await running.hub?.end('SIGKILL');
  removeFolder(folder);
});

const idsSentBy = (road: string) => sent.flatMap((each) => (each.road === road ? (each.messageId ?? []) : [])).sort();

const typesOf = (messageId: number) =>
  told.flatMap(({ type, metadata }) => (metadata.messageId === messageId ? [type] : []));

describe(`a hub that was killed ${KILLS} times while ${SENDERS} senders sent`, () => {
  it('was killed at work: some messages were answered, and some were not', () => {
    expect(sent.length).toBeGreaterThan(KILLS * SENDERS);
  });

  it('gives every external id one message id', () => {
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(sent.length);
  });

  it('shows every electronic message in the mailbox once', () => {
    expect([...end.list].sort()).toEqual(idsSentBy(SENDING.electronic));
  });

  it('orders every letter once', () => {
    expect(end.letters.map(({ messageId }) => messageId).sort()).toEqual(idsSentBy(SENDING.multichannel));
    expect(new Set(end.letters.map(({ letterId }) => letterId)).size).toBe(end.letters.length);
  });

  it('tells every recipient of a message once by e-mail', () => {
    expect(end.emails.flatMap(({ messageId }) => messageId ?? []).sort()).toEqual(idsSentBy(SENDING.electronic));
  });

  it('tells the sender every event once, to one who reads on from the token before each kill', () => {
    const electronic = idsSentBy(SENDING.electronic).filter(
      (id) => typesOf(id).join() !== 'Electronic message created',
    );
    const paper = idsSentBy(SENDING.multichannel).filter(
      (id) => typesOf(id).join() !== 'Paper mail created,Sent for printing and enveloping',
    );
    expect({ electronic, paper }).toEqual({ electronic: [], paper: [] });
  });

  it('tells the same to one who reads from the beginning', async () => {
    const { events } = await systemOne(hubNow()).eventsFrom();
    const key = ({ type, metadata }: SuomifiEvent) => `${metadata.messageId} ${type}`;
    expect(events.map(key).sort()).toEqual(told.map(key).sort());
  });
});
