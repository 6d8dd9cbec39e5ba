import { Readable } from 'node:stream';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

/** A request as a door sees it. */
export interface HttpRequest {
  readonly method: string;
  /** Template of the route, `/v2/messages/{id}`. */
  readonly resource: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
  /** The body as it came; present where the gateway takes its media type for bytes. */
  readonly bytes?: Uint8Array;
  readonly traceId: string;
}

/** An answer before it is written to the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; absent for an answer without a body or with bytes. */
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

export function readRequest(event: APIGatewayProxyEvent): HttpRequest {
  const headers = Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const bytes = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : undefined;
  return {
    method: event.httpMethod,
    resource: event.resource,
    params: paramsIn(event.resource, event.path) ?? event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers,
    body: bytes?.toString() ?? event.body ?? undefined,
    bytes,
    traceId: event.requestContext.requestId,
  };
}

/**
 * Values of a route's parameters, each decoded once. The path comes as it was written; a `%2F` in it parts nothing.
 *
 * @param template of the route, `/v2/messages/{id}`; what stands before it in the path is the gateway's
 * @returns `undefined` when the path is not of the route
 */
export function paramsIn(template: string, path: string): HttpRequest['params'] | undefined {
  const names = template.split('/');
  const values = path.split('/').slice(-names.length + 1);
  const pairs = names.slice(1).map((name, i): [string, string | undefined] => [name, values[i]]);
  const isOfRoute = pairs.every(([name, value]) => (isParameter(name) ? Boolean(value) : name === value));
  if (!isOfRoute) return undefined;
  return Object.fromEntries(
    pairs.filter(([name]) => isParameter(name)).map(([name, value = '']) => [name.slice(1, -1), decoded(value)]),
  );
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * JSON goes out as `application/json` without a parameter: one real client compares the media type to the letter
 * (suomifi-messages-notes.md section 9, rule 1).
 */
export function writeAnswer({ status, headers = {}, json, text, bytes }: Answer): APIGatewayProxyResult {
  const base = { statusCode: status, headers: { ...SAFE_HEADERS, ...headers } };
  if (bytes) return { ...base, body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
  if (json === undefined) return { ...base, body: text ?? '' };
  return { ...base, headers: { 'content-type': 'application/json', ...base.headers }, body: JSON.stringify(json) };
}

/** An answer whose body is streamed. */
export interface StreamedAnswer {
  readonly statusCode?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | string;
}

export function streamAnswer(answer: Answer): StreamedAnswer {
  const { bytes, ...rest } = answer;
  const { statusCode, headers, body } = writeAnswer(rest);
  return { statusCode, headers: onlyText(headers), body: bytes ? Readable.from([Buffer.from(bytes)]) : body };
}

function onlyText(headers: APIGatewayProxyResult['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};
