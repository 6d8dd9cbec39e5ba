import * as z from 'zod/mini';
import { attachmentIdIn, formWith, type FileOrder, messageIdIn } from '#test/builders/e2e-authority';
import type { Hub } from '#test/builders/e2e-hub';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const line = z.strictObject({
  messageId: z.int(),
  sender: z.object({ organisation: z.string(), service: z.string() }),
  title: z.string(),
  receivedAt: z.string(),
  kind: z.string(),
  state: z.string(),
  openBy: z.optional(z.string()),
});
const mailbox = z.object({ messages: z.array(line), next: z.optional(z.string()) });
const opened = z.looseObject({
  messageId: z.int(),
  title: z.string(),
  body: z.string(),
  attachments: z.array(
    z.strictObject({ attachmentId: z.string(), filename: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  ),
});
const consent = z.looseObject({
  electronic: z.boolean(),
  email: z.optional(z.string()),
  language: z.string(),
  version: z.int(),
  source: z.string(),
});

export type MailboxLine = z.infer<typeof line>;
export type Consent = z.infer<typeof consent>;

/** A strongly identified person at the recipients' front. */
export interface Person {
  call(method: string, path: string, question?: Question): Promise<Answer>;
  consent(): Promise<Consent & { readonly etag: string }>;
  /** Changes the consent as it is now. */
  consentTo(wish: object): Promise<Consent>;
  /** The whole list, newest first. */
  list(): Promise<readonly MailboxLine[]>;
  lineOf(messageId: number): Promise<MailboxLine | undefined>;
  open(messageId: number): Promise<z.infer<typeof opened>>;
  acknowledge(messageId: number): Promise<Answer>;
  upload(file?: FileOrder): Promise<string>;
  reply(messageId: number, body: object): Promise<number>;
  write(body: object): Promise<number>;
}

/** Signs a person in; with `onBehalfOf` every call is made for that party. */
export async function personAt(hub: Hub, id: string, onBehalfOf?: string): Promise<Person> {
  return personWith(hub, {
    authorization: `Bearer ${await sandboxOf(hub).signIn(id)}`,
    ...(onBehalfOf === undefined ? {} : { 'x-on-behalf-of': onBehalfOf }),
  });
}

export function personWith(hub: Hub, credential: Readonly<Record<string, string>>): Person {
  const call: Person['call'] = async (method, path, question = {}) =>
    ask(hub, method, path, { ...question, headers: { ...credential, ...question.headers } });

  const consentNow = async () => {
    const answer = await call('GET', '/me/v1/consent');
    return { ...consent.parse(answer.json), etag: answer.headers.get('etag') ?? '' };
  };

  const list = async () => {
    const lines: MailboxLine[] = [];
    for (let after = ''; ;) {
      const { messages, next } = mailbox.parse((await call('GET', `/me/v1/messages${after}`)).json);
      lines.push(...messages);
      if (next === undefined) return lines;
      after = `?after=${encodeURIComponent(next)}`;
    }
  };

  return {
    call,
    list,
    consent: consentNow,
    consentTo: async (wish) => {
      const { etag } = await consentNow();
      return consent.parse((await call('PUT', '/me/v1/consent', { json: wish, headers: { 'if-match': etag } })).json);
    },
    lineOf: async (messageId) => (await list()).find((each) => each.messageId === messageId),
    open: async (messageId) => opened.parse((await call('GET', `/me/v1/messages/${messageId}`)).json),
    acknowledge: async (messageId) => call('POST', `/me/v1/messages/${messageId}/receipt`),
    upload: async (file) => attachmentIdIn(await call('POST', '/me/v1/attachments', { body: await formWith(file) })),
    reply: async (messageId, body) =>
      messageIdIn(await call('POST', `/me/v1/messages/${messageId}/replies`, { json: body })),
    write: async (body) => messageIdIn(await call('POST', '/me/v1/messages', { json: body })),
  };
}
