import * as z from 'zod/mini';
import type { SdkCall, WireCall } from '#bench/counts/call';
import type { MeteredHub } from '#bench/counts/hub';
import { type Letter, type Scenario, SENDER, type Sent, mustAnswer } from '#bench/counts/scenarios';
import { makeClient, read } from '#local/demo/client';

/** What both sides counted in a part of the life of some messages. */
export interface Counted {
  readonly messages: number;
  readonly sdk: readonly SdkCall[];
  readonly wire: readonly WireCall[];
}

/** The life of messages of one kind, from the send on; uploads are no part of it. */
export interface Life {
  /** Until the notice has left or the letter lies on the shelf: of a message on its own, and of some sent together. */
  readonly alone: Counted;
  readonly together: Counted;
  /** Those sent together, until their sender's feed tells of them. */
  readonly told: Counted;
  /** Those, sent once more. */
  readonly again: Counted;
  /** Those, opened or posted, until the feed tells of that too. */
  readonly ended: Counted;
}

/** As many as one batch of a queue holds. */
const TOGETHER = 10;

const accepted = z.object({ messageId: z.int() });

/** Lives through a scenario. One message goes before and is not counted: keys are made and caches filled by it. */
export async function liveThrough(hub: MeteredHub, { prepare, finish }: Scenario): Promise<Life> {
  await walk(hub, await prepare(1));
  await hub.settle();
  const single = await prepare(1);
  const alone = await counted(hub, 1, async () => walk(hub, single));
  await hub.settle();

  const letters = await prepare(TOGETHER);
  const sent: Sent[] = [];
  const together = await counted(hub, TOGETHER, async () => sent.push(...(await walk(hub, letters))));
  const told = await counted(hub, TOGETHER, hub.settle);
  const again = await counted(hub, TOGETHER, async () => sendAgain(hub, letters));
  const ended = await counted(hub, TOGETHER, async () => {
    await finish(sent);
    await hub.settle();
  });
  return { alone, together, told, again, ended };
}

/**
 * Letters on their way to the provider in one batch: from the send until each lies ready. One batch goes before and is not counted.
 */
export async function goInOneBatch(hub: MeteredHub, { prepare }: Scenario, letters: number): Promise<Counted> {
  const go = async (sending: readonly Letter[]) => {
    await walk(hub, sending);
    await hub.cutBatches();
  };
  await go(await prepare(1));
  await hub.settle();
  const prepared = await prepare(letters);
  const batch = await counted(hub, letters, async () => go(prepared));
  await hub.settle();
  return batch;
}

async function counted(hub: MeteredHub, messages: number, work: () => Promise<unknown>): Promise<Counted> {
  hub.take();
  await work();
  return { messages, ...hub.take() };
}

/** Sends and hands over. */
async function walk(hub: MeteredHub, letters: readonly Letter[]): Promise<Sent[]> {
  const client = makeClient(hub.url);
  const sent: Sent[] = [];
  for (const letter of letters) {
    const { messageId } = read(accepted, await client(letter.path, { headers: SENDER, json: letter.json }));
    sent.push({ ...letter, messageId });
  }
  await hub.handOver();
  return sent;
}

async function sendAgain(hub: MeteredHub, letters: readonly Letter[]): Promise<void> {
  const client = makeClient(hub.url);
  for (const { path, json } of letters) mustAnswer(409, await client(path, { headers: SENDER, json }));
  await hub.settle();
}
