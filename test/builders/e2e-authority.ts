import * as z from 'zod/mini';
import { pdfOf } from '#test/builders/e2e-files';
import type { Hub } from '#test/builders/e2e-hub';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';

const accepted = z.object({ messageId: z.int() });
const uploaded = z.object({ attachmentId: z.uuid() });
const token = z.object({ access_token: z.string() });
const event = z.object({
  type: z.string(),
  eventTime: z.string(),
  metadata: z.looseObject({ messageId: z.int(), externalId: z.optional(z.string()) }),
});
const page = z.strictObject({ continuationToken: z.string(), events: z.array(event) });
const shown = z.looseObject({
  messageId: z.int(),
  externalId: z.string(),
  state: z.string(),
  deliveries: z.array(
    z.looseObject({
      channel: z.nullable(z.string()),
      deliveryId: z.string(),
      reason: z.nullable(z.string()),
      flags: z.array(z.string()),
      decision: z.nullable(z.looseObject({ ruleSetId: z.string() })),
      assessments: z.array(
        z.looseObject({
          ruleSetId: z.string(),
          primary: z.boolean(),
          attempt: z.int(),
          channel: z.string(),
          status: z.string(),
          deemedDate: z.optional(z.string()),
          deemedAt: z.optional(z.string()),
          appealLastDay: z.optional(z.string()),
          appealEndsAt: z.optional(z.string()),
        }),
      ),
      next: z.optional(z.object({ step: z.string(), dueAt: z.string(), waitsFor: z.optional(z.string()) })),
      events: z.array(z.looseObject({ type: z.string(), at: z.string() })),
    }),
  ),
});

export type SuomifiEvent = z.infer<typeof event>;
export type EventsPage = z.infer<typeof page>;
export type ShownMessage = z.infer<typeof shown>;

/** The roads a message can be sent by. */
export const SENDING = {
  multichannel: '/v2/messages',
  electronic: '/v2/messages/electronic',
  paper: '/v2/paper-mail-without-id',
} as const;

export const SYSTEM_1 = { username: 'hub-system-1', password: 'Aa1!'.repeat(8) } as const;
export const SYSTEM_2 = { username: 'hub-system-2', password: 'Bb2?'.repeat(8) } as const;

export interface FileOrder {
  readonly name?: string;
  readonly type?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** An authority's system at the hub, with a credential. */
export interface Authority {
  call(method: string, path: string, question?: Question): Promise<Answer>;
  /** Uploads a file. @returns its attachment id */
  upload(file?: FileOrder): Promise<string>;
  /** Sends and expects to be accepted. @returns the message id */
  send(path: string, body: object): Promise<number>;
  /** Message id by external id; `undefined` where there is none. */
  idOf(externalId: string): Promise<number | undefined>;
  /** State of a message, as the hub's own front tells it. */
  show(messageId: number): Promise<ShownMessage>;
  page(token?: string): Promise<EventsPage>;
  /** Pages on until a page is empty. */
  eventsFrom(token?: string): Promise<{ readonly events: readonly SuomifiEvent[]; readonly token: string }>;
  /** Types of the events about a message, in their order. */
  typesAbout(messageId: number): Promise<readonly string[]>;
}

/** The system of both seeds, by API key: it does not grow old when the clock is pushed. */
export function systemOne(hub: Hub): Authority {
  return authorityWith(hub, { 'x-api-key': 'hub-api-key' });
}

export function systemTwo(hub: Hub): Authority {
  return authorityWith(hub, { 'x-api-key': 'hub-api-key-2' });
}

export async function tokenFor(hub: Hub, credentials: object = SYSTEM_1): Promise<string> {
  return token.parse((await ask(hub, 'POST', '/v1/token', { json: credentials })).json).access_token;
}

export function authorityWith(hub: Hub, credential: Readonly<Record<string, string>>): Authority {
  const call: Authority['call'] = async (method, path, question = {}) =>
    ask(hub, method, path, { ...question, headers: { ...credential, ...question.headers } });

  const pageAt: Authority['page'] = async (continuationToken) => {
    const query = continuationToken === undefined ? '' : `?continuationToken=${continuationToken}`;
    return page.parse((await call('GET', `/v2/events${query}`)).json);
  };

  const eventsFrom: Authority['eventsFrom'] = async (from) => {
    const events: SuomifiEvent[] = [];
    for (let at = await pageAt(from); ; at = await pageAt(at.continuationToken)) {
      events.push(...at.events);
      if (at.events.length === 0) return { events, token: at.continuationToken };
    }
  };

  return {
    call,
    page: pageAt,
    eventsFrom,
    upload: async (file = {}) => {
      const answer = await call('POST', '/v2/attachments', { body: await formWith(file) });
      return uploaded.parse(answer.json).attachmentId;
    },
    send: async (path, body) => {
      const answer = await call('POST', path, { json: body });
      if (answer.status !== 200) throw new Error(`not accepted: ${answer.status} ${answer.text}`);
      return messageIdIn(answer);
    },
    idOf: async (externalId) => {
      const answer = await call('GET', `/v1/messages/id?externalId=${encodeURIComponent(externalId)}`);
      return answer.status === 404 ? undefined : messageIdIn(answer);
    },
    show: async (messageId) => shown.parse((await call('GET', `/hub/v1/messages/${messageId}`)).json),
    typesAbout: async (messageId) => {
      const { events } = await eventsFrom();
      return events.filter(({ metadata }) => metadata.messageId === messageId).map(({ type }) => type);
    },
  };
}

/** A form as a browser or a modern library makes it; a PDF of one page where nothing else is asked for. */
export async function formWith({
  name = 'liite.pdf',
  type = 'application/pdf',
  bytes,
}: FileOrder = {}): Promise<FormData> {
  const form = new FormData();
  form.append('file', new Blob([bytes ?? (await pdfOf())], { type }), name);
  return form;
}

export function messageIdIn({ json }: Answer): number {
  return accepted.parse(json).messageId;
}

export function attachmentIdIn({ json }: Answer): string {
  return uploaded.parse(json).attachmentId;
}
