import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { MeteredHub } from '#bench/counts/hub';
import { identityCode } from '#bench/people';
import { type Answer, makeClient, read } from '#local/demo/client';

/** A message to send, and the person it is for where there is one. */
export interface Letter {
  readonly path: string;
  readonly json: object;
  readonly recipient?: string;
}

/** A message that was sent. */
export interface Sent extends Letter {
  readonly messageId: number;
}

/** One kind of message: what has to be there before it is sent, and what ends it. */
export interface Scenario {
  readonly prepare: (count: number) => Promise<readonly Letter[]>;
  /** Its recipients open it, or the print provider reports it as posted. */
  readonly finish: (sent: readonly Sent[]) => Promise<void>;
}

const uploaded = z.object({ attachmentId: z.string() });
const shelf = z.object({ letters: z.array(z.object({ letterId: z.string() })) });

export const SENDER = { 'x-api-key': 'hub-api-key' };
const PRINTER = { 'x-api-key': 'print-key' };

/** Both an electronic part and a letter, for people who have consented and can be told by e-mail. */
export function multichannel(hub: MeteredHub): Scenario {
  return forPeople(hub, { sample: sampleOf('daycare-decision-multichannel'), firstPerson: 0 });
}

/** An electronic part alone. */
export function electronicOnly(hub: MeteredHub): Scenario {
  return forPeople(hub, { sample: sampleOf('energy-certificate-custom-notice'), firstPerson: 1000 });
}

/** The same as multichannel, for people without consent: it goes on paper as it lies, to the address in the register. */
export function onPaper(hub: MeteredHub): Scenario {
  const { path, body, file } = sampleOf('daycare-decision-multichannel');
  const { body: addressed, file: document = file } = sampleOf('library-paper-without-id');
  const asItLies = { ...body, paperMail: { ...addressed.paperMail, attachments: [{}], createAddressPage: false } };
  return forPeople(hub, { sample: { path, body: asItLies, file: document }, firstPerson: 2000, consents: false });
}

interface Sending {
  readonly sample: Sample;
  readonly firstPerson: number;
  /** @default true */
  readonly consents?: boolean;
}

/** Each message is for another person, with a PDF of its own where the sample has one; each is opened. */
function forPeople(hub: MeteredHub, { sample, firstPerson, consents = true }: Sending): Scenario {
  const client = makeClient(hub.url);
  const { path, body, file } = sample;
  let next = firstPerson;

  return {
    prepare: async (count) => {
      const prepared: Letter[] = [];
      for (let i = 0; i < count; i += 1, next += 1) {
        const recipient = identityCode(next);
        const consent = consents ? { electronic: true, email: `p${next}@example.fi` } : undefined;
        await hub.enterPerson(recipient, { name: `Testilä ${next}`, consent });
        const attached = file === undefined ? body : attach(body, await upload(hub, file));
        prepared.push({
          path,
          recipient,
          json: { ...attached, externalId: `asia-${next}`, recipient: { id: recipient } },
        });
      }
      return prepared;
    },
    finish: async (sent) => {
      for (const { messageId, recipient = '' } of sent) {
        const headers = { authorization: `Bearer ${await hub.signIn(recipient)}` };
        mustAnswer(200, await client(`/me/v1/messages/${messageId}`, { headers }));
      }
    },
  };
}

/** Letters by address alone, each with a PDF of its own; the provider reports each as posted. */
export function postal(hub: MeteredHub): Scenario {
  const client = makeClient(hub.url);
  const sample = 'library-paper-without-id';
  const { path, body, file = '' } = sampleOf(sample);
  let next = 0;

  return {
    prepare: async (count) => {
      const prepared: Letter[] = [];
      for (let i = 0; i < count; i += 1, next += 1) {
        const attached = attach(body, await upload(hub, file));
        prepared.push({ path, json: { ...attached, externalId: `${sample}-${next}` } });
      }
      return prepared;
    },
    finish: async (sent) => {
      const { letters } = read(shelf, await client('/print/v1/letters?state=READY', { headers: PRINTER }));
      const ready = letters.filter(({ letterId }) =>
        sent.some(({ messageId }) => letterId.startsWith(`${messageId}-`)),
      );
      if (ready.length !== sent.length) throw new Error(`${ready.length} letters lie ready of ${sent.length}`);
      for (const { letterId } of ready) {
        const path = `/print/v1/letters/${letterId}/events`;
        mustAnswer(204, await client(path, { headers: PRINTER, json: posted(letterId) }));
      }
    },
  };
}

/** Throws when the hub answered anything else. */
export function mustAnswer(wanted: number, { status, json }: Answer): void {
  if (status !== wanted) throw new Error(`the hub answered ${status} instead of ${wanted}: ${JSON.stringify(json)}`);
}

const SAMPLES = join(import.meta.dirname, '../../local/samples');

const part = z.optional(z.looseObject({ attachments: z.array(z.unknown()) }));
const sampleMessage = z.object({
  path: z.string(),
  body: z.looseObject({ electronic: part, paperMail: part }),
  file: z.optional(z.string()),
});
type Sample = z.infer<typeof sampleMessage>;

function sampleOf(name: string): Sample {
  return sampleMessage.parse(JSON.parse(readFileSync(join(SAMPLES, 'messages', `${name}.json`), 'utf8')));
}

/** Puts the file wherever the sample has one. */
function attach({ electronic, paperMail, ...rest }: Sample['body'], attachmentId: string): object {
  const withFile = (each: typeof electronic) =>
    each && { ...each, attachments: each.attachments.map(() => ({ attachmentId })) };
  return { ...rest, electronic: withFile(electronic), paperMail: withFile(paperMail) };
}

async function upload(hub: MeteredHub, file: string): Promise<string> {
  const form = new FormData();
  const bytes = readFileSync(join(SAMPLES, 'pdf', file));
  form.append('file', new Blob([bytes], { type: 'application/pdf' }), file);
  const answer = await makeClient(hub.url)('/v2/attachments', { headers: SENDER, form });
  return read(uploaded, answer).attachmentId;
}

function posted(letterId: string): object {
  return { eventId: `bench-${letterId}`, type: 'POSTED', at: '2026-11-23T08:15:00.000Z', postedOn: '2026-11-23' };
}
