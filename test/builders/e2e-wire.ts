import { type IncomingHttpHeaders, request } from 'node:http';
import type { Hub } from '#test/builders/e2e-hub';

/** Milliseconds to wait for an answer: longer than any is, shorter than a test may be. */
const PATIENCE = 20_000;

/** What came back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body read as JSON; `undefined` where it is none. */
  readonly json: unknown;
}

export interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, as JSON unless the headers say otherwise. */
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData;
}

/** Asks the hub as any client of our days does. */
export async function ask(
  { url }: Hub,
  method: string,
  path: string,
  { headers = {}, json, body }: Question = {},
): Promise<Answer> {
  const isJson = json !== undefined || typeof body === 'string';
  const response = await fetch(url + path, {
    method,
    headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
    body: json === undefined ? body : JSON.stringify(json),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return answerOf(response.status, response.headers, Buffer.from(await response.arrayBuffer()));
}

export interface RawQuestion {
  readonly method: string;
  readonly path: string;
  /** All of them: not even Host is added. */
  readonly headers: Readonly<Record<string, string>>;
  /** Several pieces are sent one after another; without a Content-Length they go in chunks. */
  readonly body?: readonly (string | Uint8Array)[];
}

/** Asks with exactly these headers, for clients whose manners `fetch` does not have. */
export async function askRaw({ url }: Hub, { method, path, headers, body = [] }: RawQuestion): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, setHost: false, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve(answerOf(response.statusCode ?? 0, fetchHeaders(response.headers), Buffer.concat(chunks)));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    for (const piece of body) asked.write(piece);
    asked.end();
  });
}

function answerOf(status: number, headers: Headers, bytes: Buffer): Answer {
  const text = bytes.toString('utf8');
  return { status, headers, bytes, text, json: jsonIn(text) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fetchHeaders(headers: IncomingHttpHeaders): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

export interface Part {
  /** Lines before the empty one, `Content-Disposition: form-data; name="file"`. */
  readonly headers: readonly string[];
  readonly content: string | Uint8Array;
}

/** A multipart body laid out by hand. */
export function multipart(
  boundary: string,
  parts: readonly Part[],
  end = `--${boundary}--\r\n`,
): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(({ headers, content }) => [
    Buffer.from(`--${boundary}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(end)]));
}
