import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type Answer, type Client, makeClient, read } from '#local/demo/client';
import { type DemoRow, printTable } from '#local/demo/table';

/**
 * `npm run demo`: sends six messages in the shapes real clients of the Suomi.fi Messages API send today to a running hub,
 * and shows where each went, why, and what the recipient and the sender saw.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env['HUB_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '8080'}` },
  },
});
const SAMPLES = join(import.meta.dirname, '../samples');
const SAMPLE_ATTACHMENT = '00000000-0000-4000-8000-000000000001';

const sample = z.object({
  note: z.string(),
  path: z.string(),
  file: z.optional(z.string()),
  body: z.looseObject({ externalId: z.string() }),
});
type Sample = z.infer<typeof sample>;

const anyObject = z.looseObject({});
const messageId = z.object({ messageId: z.int() });
const status = z.object({
  state: z.string(),
  deliveries: z.array(
    z.object({
      channel: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      decision: z.nullable(z.object({ explanation: z.object({ fi: z.string() }) })),
    }),
  ),
});
const letters = z.object({
  letters: z.array(
    z.object({
      messageId: z.int(),
      letterId: z.string(),
      sheets: z.int(),
      address: z.object({ name: z.string(), city: z.string() }),
    }),
  ),
});
const emails = z.object({
  emails: z.array(z.object({ messageId: z.optional(z.int()), to: z.string(), subject: z.string() })),
});
const eventsPage = z.object({
  continuationToken: z.string(),
  events: z.array(z.object({ type: z.string(), metadata: z.object({ messageId: z.int() }) })),
});
const accessToken = z.object({ accessToken: z.string() });

const client = makeClient(values.url);
const system = { authorization: `Bearer ${await signIn(client)}` };
const run = randomUUID().slice(0, 8);

const rows: DemoRow[] = [];
for (const name of readdirSync(join(SAMPLES, 'messages')).sort()) {
  rows.push({ name: name.replace('.json', ''), ...(await send(readSample(name))) });
}
await client('/sandbox/v1/settle', { method: 'POST' });
for (const row of rows) await openFor(row);
await client('/sandbox/v1/settle', { method: 'POST' });
for (const row of rows) await look(row);
printTable(rows, values.url);

function readSample(name: string): Sample {
  return sample.parse(JSON.parse(readFileSync(join(SAMPLES, 'messages', name), 'utf8')));
}

async function signIn(hub: Client): Promise<string> {
  const answer = await hub('/v1/token', { json: { username: 'hub-system-1', password: 'Aa1!'.repeat(8) } }).catch(
    (fault: unknown) => {
      throw new Error(`no hub answers at ${values.url}: start one with npm start`, { cause: fault });
    },
  );
  return read(z.object({ access_token: z.string() }), answer).access_token;
}

/** Each run sends anew: the sample's external id gets the name of the run, and its files are uploaded first. */
async function send({ path, body, file }: Sample): Promise<Pick<DemoRow, 'messageId' | 'sent'>> {
  const attachment = file === undefined ? SAMPLE_ATTACHMENT : await upload(file);
  const own = JSON.stringify({ ...body, externalId: `${body.externalId}-${run}` }).replaceAll(
    SAMPLE_ATTACHMENT,
    attachment,
  );
  const answer = await client(path, { headers: system, json: anyObject.parse(JSON.parse(own)) });
  if (answer.status !== 400 || !answer.bytes.includes('MAILBOX_NOT_IN_USE'))
    return { ...read(messageId, answer), sent: path };
  return { ...read(messageId, await onPaper(own)), sent: `${path} -> 400 MAILBOX_NOT_IN_USE -> /v2/messages` };
}

/** What the national agency's notice service does: the same external id again, with a paper part. */
async function onPaper(own: string): Promise<Answer> {
  const multichannel = readSample('daycare-decision-multichannel.json');
  const attachment = await upload('kehotus-ajoneuvo.pdf');
  const paperMail: unknown = JSON.parse(
    JSON.stringify(multichannel.body['paperMail']).replaceAll(SAMPLE_ATTACHMENT, attachment),
  );
  return client('/v2/messages', { headers: system, json: { ...anyObject.parse(JSON.parse(own)), paperMail } });
}

async function upload(file: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(join(SAMPLES, 'pdf', file))], { type: 'application/pdf' }), file);
  return read(z.object({ attachmentId: z.string() }), await client('/v2/attachments', { headers: system, form }))
    .attachmentId;
}

/** The recipient reads what came to the mailbox: acknowledges first where receipt is asked. */
async function openFor(row: DemoRow): Promise<void> {
  for (const who of [{ id: '010280-952L' }, { id: '010280-952L', onBehalfOf: '2532004-3' }]) {
    const { accessToken: token } = read(accessToken, await client('/sandbox/v1/sign-in', { json: who }));
    const headers = { authorization: `Bearer ${token}` };
    const path = `/me/v1/messages/${row.messageId}`;
    const first = await client(path, { headers });
    if (first.status === 404) continue;
    row.recipient = first.status === 409 ? 'acknowledged, then opened' : 'opened';
    if (first.status !== 409) return;
    await client(`${path}/receipt`, { method: 'POST', headers });
    await client(path, { headers });
    return;
  }
}

async function look(row: DemoRow): Promise<void> {
  const { state, deliveries } = read(status, await client(`/hub/v1/messages/${row.messageId}`, { headers: system }));
  const [delivery] = deliveries;
  row.channel = delivery?.channel ?? state;
  row.why = `${delivery?.reason ?? ''}: ${delivery?.decision?.explanation.fi ?? ''}`;
  const mail = read(emails, await client('/sandbox/v1/emails')).emails.filter(
    (each) => each.messageId === row.messageId,
  );
  const letter = read(letters, await client('/sandbox/v1/letters')).letters.find(
    (each) => each.messageId === row.messageId,
  );
  const seen = [
    ...mail.map(({ to, subject }) => `e-mail to ${to}: ${subject}`),
    ...(letter
      ? [`letter ${letter.letterId}, ${letter.sheets} sheet(s), to ${letter.address.name}, ${letter.address.city}`]
      : []),
    ...(row.recipient === undefined ? [] : [row.recipient]),
  ];
  row.recipient = seen.join('; ');
  row.sender = (await eventsOf(row.messageId)).join(', ');
}

async function eventsOf(id: number): Promise<string[]> {
  const types: string[] = [];
  for (let token = ''; ;) {
    const page = read(
      eventsPage,
      await client(`/v2/events${token === '' ? '' : `?continuationToken=${token}`}`, { headers: system }),
    );
    if (page.events.length === 0) return types;
    types.push(...page.events.filter(({ metadata }) => metadata.messageId === id).map(({ type }) => type));
    token = page.continuationToken;
  }
}
