import * as z from 'zod/mini';
import type { Hub } from '#test/builders/e2e-hub';
import { type Answer, ask } from '#test/builders/e2e-wire';

const problem = z.looseObject({
  type: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});

/** Somebody of the programme at the hub, with a key. */
export interface ProgrammeUser {
  call(method: string, path: string, json?: object): Promise<Answer>;
  /** Enters a row, or replaces one by If-Match where an ETag is given. */
  put(path: string, json: object, ifMatch?: string): Promise<Answer>;
  /** Enters a row and expects it to be new. */
  enter(path: string, json: object): Promise<void>;
  get(path: string): Promise<Answer>;
}

/** @param key `ministry-key`, `collector-key`, `coordinator-key`, or the API key of an authority's system */
export function programmeUser(hub: Hub, key: string): ProgrammeUser {
  const call = async (method: string, path: string, json?: object, headers: Record<string, string> = {}) =>
    ask(hub, method, `/programme/v1/${path}`, { json, headers: { 'x-api-key': key, ...headers } });
  const put: ProgrammeUser['put'] = async (path, json, ifMatch) =>
    call('PUT', path, json, ifMatch === undefined ? {} : { 'if-match': ifMatch });
  return {
    call: async (method, path, json) => call(method, path, json),
    put,
    get: async (path) => call('GET', path),
    enter: async (path, json) => {
      const answer = await put(path, json);
      if (answer.status !== 201) throw new Error(`not entered: ${path} ${answer.status} ${answer.text}`);
    },
  };
}

/** What a refusal says is wrong: `/field: rule`. */
export function problemsIn({ json }: Answer): string[] {
  return (problem.parse(json).errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
}
