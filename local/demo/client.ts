import type * as z from 'zod/mini';

/** An answer of the hub, its body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly bytes: Buffer;
}

export interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly form?: FormData;
}

/** A small HTTP client of a running hub. */
export type Client = (path: string, call?: Call) => Promise<Answer>;

export function makeClient(baseUrl: string): Client {
  return async (path, call = {}) => {
    const response = await fetch(baseUrl + path, requestOf(call));
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, json: isJson ? JSON.parse(bytes.toString()) : undefined, bytes };
  };
}

function requestOf({ method, headers = {}, json, form }: Call): RequestInit {
  if (form) return { method: 'POST', headers, body: form };
  if (json === undefined) return { method: method ?? 'GET', headers };
  return {
    method: method ?? 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  };
}

/** Reads an answer by its shape, and says plainly when it is another. */
export function read<T extends z.ZodMiniType>(schema: T, { status, json }: Answer): z.infer<T> {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(`the hub answered ${status} ${JSON.stringify(json)}`);
  return parsed.data;
}
