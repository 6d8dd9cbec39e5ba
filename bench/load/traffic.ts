import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { identityCode } from '#bench/people';
import { type Client, makeClient, read } from '#local/demo/client';

export interface Traffic {
  /** Makes the external ids of a run its own. */
  readonly name: string;
  readonly messages: number;
  readonly people: number;
  /** Senders at work at the same time. */
  readonly senders: number;
}

/** How long it took, in seconds from the first send. */
export interface Course {
  readonly accepted: number;
  /** Every notice has left and every message stands in the sender's feed. */
  readonly told: number;
}

const issued = z.object({ access_token: z.string() });
const sent = z.object({ messageId: z.int() });
const emails = z.object({ emails: z.array(z.object({ messageId: z.optional(z.int()) })) });
const events = z.object({
  continuationToken: z.string(),
  events: z.array(z.object({ type: z.string(), metadata: z.object({ messageId: z.int() }) })),
});

/** Longest wait for the hub to come to rest, in seconds. */
const PATIENCE = 300;

/** Enters the people of a run: each has a mailbox and an e-mail address. */
export async function enterPeople(url: string, people: number): Promise<void> {
  const client = makeClient(url);
  await sideBySide(8, people, async (i) => {
    const json = { name: `Testilä ${i}`, consent: { electronic: true, email: `p${i}@example.fi` } };
    const { status } = await client(`/sandbox/v1/people/${identityCode(i)}`, { method: 'PUT', json });
    if (status !== 204) throw new Error(`the sandbox answered ${status}`);
  });
}

/** Sends and waits until the hub has told everybody. */
export async function send(url: string, { name, messages, people, senders }: Traffic): Promise<Course> {
  const client = makeClient(url);
  const headers = { authorization: await tokenOf(client) };
  const accepted = new Set<number>();
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  await sideBySide(senders, messages, async (i) => {
    const json = { externalId: `bench-${name}-${i}`, ...bodyOf(i, identityCode(i % people)) };
    accepted.add(read(sent, await client('/v2/messages/electronic', { headers, json })).messageId);
  });
  const acceptedAfter = seconds();

  const told = new Set<number>();
  for (let page = '?'; told.size < messages;) {
    const { events: news, continuationToken } = read(events, await client(`/v2/events${page}`, { headers }));
    for (const { type, metadata } of news)
      if (type === 'Electronic message created' && accepted.has(metadata.messageId)) told.add(metadata.messageId);
    page = `?continuationToken=${encodeURIComponent(continuationToken)}`;
    if (seconds() > PATIENCE) throw new Error(`${told.size} of ${messages} messages are told of after ${PATIENCE} s`);
    if (told.size < messages) await pause(250);
  }
  const toldAfter = seconds();
  await expectNotices(client, accepted);
  return { accepted: acceptedAfter, told: toldAfter };
}

/** The feed tells of a message once its notice has left; here it is seen that one left for each, and one only. */
async function expectNotices(client: Client, accepted: ReadonlySet<number>): Promise<void> {
  const mails = read(emails, await client('/sandbox/v1/emails')).emails;
  const about = mails.map(({ messageId }) => messageId).filter((id) => id !== undefined && accepted.has(id));
  if (about.length !== accepted.size || new Set(about).size !== accepted.size)
    throw new Error(`${about.length} notices left about ${accepted.size} messages`);
}

async function tokenOf(client: Client): Promise<string> {
  const json = { username: 'hub-system-1', password: 'Aa1!'.repeat(8) };
  return read(issued, await client('/v1/token', { json })).access_token;
}

async function sideBySide(width: number, count: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const run = async () => {
    for (let i = next++; i < count; i = next++) await work(i);
  };
  await Promise.all(Array.from({ length: width }, run));
}

/** Texts differ from message to message: alike ones would compress together. */
function bodyOf(i: number, id: string) {
  const number = String(10_000 + ((i * 7919) % 90_000));
  return {
    recipient: { id },
    sender: { serviceId: 'hub-service-1' },
    electronic: {
      title: `Asiasi ${number} on käsitelty`,
      body: `Hakemuksesi ${number} on käsitelty ja päätös on tehty. Käsittelijä ${i % 37}, asianumero ${number}/2026.`,
      bodyFormat: 'Text',
      attachments: [],
      messageServiceType: 'Normal',
      notifications: {
        senderDetailsInNotifications: 'Organisation and service name',
        unreadMessageNotification: { reminder: 'Default reminder' },
      },
      replyAllowedBy: 'No one',
      visibility: 'Normal',
    },
  };
}
