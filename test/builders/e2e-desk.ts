import * as z from 'zod/mini';
import type { Hub } from '#test/builders/e2e-hub';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';

export const REASON = 'Asiakkaalla ei ole sähköistä tunnistusvälinettä';

export const begun = z.object({ visit: z.string(), name: z.string(), endsAt: z.string() });

/** A visit of the person, as an official begins it. */
export function visitOf(visitorId: string, part: object = {}) {
  return { visitorId, identifiedBy: 'PASSPORT', reason: REASON, ...part };
}

export type Call = (method: string, path: string, question?: Question) => Promise<Answer>;

/** An official who has signed in; `id` is their own code. */
export async function officialAt(hub: Hub, name: string, id?: string): Promise<Call> {
  const { json } = await sandboxOf(hub).call('POST', '/sign-in-official', {
    json: { name, organisation: 'Esimerkkikaupungin palvelupiste', ...(id ? { id } : {}) },
  });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(json);
  return async (method, path, question = {}) =>
    ask(hub, method, `/point/v1${path}`, {
      ...question,
      headers: { authorization: `Bearer ${accessToken}`, ...question.headers },
    });
}

/** Begins a visit; every call is made within it. */
export async function serving(official: Call, visitorId: string, part: object = {}): Promise<Call> {
  const { visit } = begun.parse((await official('POST', '/visits', { json: visitOf(visitorId, part) })).json);
  return async (method, path, question = {}) =>
    official(method, path, { ...question, headers: { 'x-visit': visit, ...question.headers } });
}
