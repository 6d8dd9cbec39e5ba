import * as z from 'zod/mini';
import type { Hub } from '#test/builders/e2e-hub';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';

const clock = z.object({ now: z.string() });
const email = z.object({
  emailId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: z.string(),
  kind: z.string(),
  messageId: z.optional(z.int()),
});
const letter = z.object({
  letterId: z.string(),
  messageId: z.int(),
  deliveryId: z.string(),
  class: z.string(),
  state: z.string(),
  address: z.looseObject({ name: z.string(), streetAddress: z.string() }),
  sheets: z.int(),
  pdfUrl: z.string(),
});

export type Email = z.infer<typeof email>;
export type Letter = z.infer<typeof letter>;

/** The local hub's own tools. */
export interface Sandbox {
  call(method: string, path: string, question?: Question): Promise<Answer>;
  now(): Promise<string>;
  moveTo(now: string): Promise<void>;
  advance(duration: string): Promise<void>;
  /** Works until nothing is left to do at the present moment. */
  settle(): Promise<void>;
  emails(to?: string): Promise<readonly Email[]>;
  emailAbout(messageId: number): Promise<Email>;
  letters(): Promise<readonly Letter[]>;
  letterOf(messageId: number): Promise<Letter>;
  bounce(emailId: string, type: 'hard' | 'soft'): Promise<void>;
  person(id: string, row: object): Promise<void>;
  business(id: string, row: object): Promise<void>;
  signIn(id: string, onBehalfOf?: string): Promise<string>;
  /** Chooses options of the running hub; what is not named stays as it is. */
  config(options: object): Promise<void>;
}

export function sandboxOf(hub: Hub): Sandbox {
  const call: Sandbox['call'] = async (method, path, question) => ask(hub, method, `/sandbox/v1${path}`, question);

  const done = async (method: string, path: string, json?: object): Promise<unknown> => {
    const answer = await call(method, path, json && { json });
    if (answer.status !== 200 && answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const emails: Sandbox['emails'] = async (to) => {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    return z.object({ emails: z.array(email) }).parse(await done('GET', `/emails${query}`)).emails;
  };
  const letters = async () => z.object({ letters: z.array(letter) }).parse(await done('GET', '/letters')).letters;

  return {
    call,
    emails,
    letters,
    now: async () => clock.parse(await done('GET', '/clock')).now,
    moveTo: async (now) => {
      await done('PUT', '/clock', { now });
    },
    advance: async (duration) => {
      await done('POST', '/clock/advance', { duration });
    },
    settle: async () => {
      await done('POST', '/settle');
    },
    emailAbout: async (messageId) =>
      theOne(
        (await emails()).filter((each) => each.messageId === messageId),
        `e-mail about ${messageId}`,
      ),
    letterOf: async (messageId) =>
      theOne(
        (await letters()).filter((each) => each.messageId === messageId),
        `letter of ${messageId}`,
      ),
    bounce: async (emailId, type) => {
      await done('POST', `/emails/${emailId}/bounce`, { type });
    },
    person: async (id, row) => {
      await done('PUT', `/people/${encodeURIComponent(id)}`, row);
    },
    business: async (id, row) => {
      await done('PUT', `/businesses/${id}`, row);
    },
    config: async (options) => {
      await done('PUT', '/config', options);
    },
    signIn: async (id, onBehalfOf) =>
      z.object({ accessToken: z.string() }).parse(await done('POST', '/sign-in', { id, onBehalfOf })).accessToken,
  };
}

function theOne<T>(found: readonly T[], what: string): T {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of: ${what}`);
  return first;
}
