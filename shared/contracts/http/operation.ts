import * as z from 'zod/mini';

/** Which outer wall an operation stands in: it decides the form of errors. */
export type Front = 'suomifi' | 'hub' | 'me' | 'point' | 'print' | 'programme' | 'support' | 'pages' | 'meta';

/**
 * Who may call: a system with an access token or API key, an identified person, an official of a service point, a print
 * provider, an operator, somebody of the programme (the ministry, a collector or a coordinator by key, an authority by what its systems use), an identified
 * person's visit to the pages, or anybody.
 */
export type Caller =
  'system' | 'person' | 'official' | 'print-provider' | 'operator' | 'programme' | 'visitor' | 'anybody';

/** A body that a door hands on unread; of a media type in binary-bodies.ts it is bytes. */
export interface TextBody {
  readonly mediaTypes: readonly string[];
  readonly description: string;
}

export interface Response {
  readonly description: string;
  /** Absent for an answer without a body. */
  readonly schema?: z.ZodMiniType;
  /** @default application/json, application/problem+json for errors of the newer fronts */
  readonly mediaType?: string;
  /** Media type of a file the caller may ask for instead, by Accept. */
  readonly fileToo?: string;
}

/** One call of the API, written once: the door validates with it, the OpenAPI document and the gateway are made from it. */
export interface Operation<Params = unknown, Query = unknown, Body = unknown> {
  readonly operationId: string;
  readonly front: Front;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Template with `{name}` for each path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly caller: Caller;
  readonly params: z.ZodMiniType<Params>;
  readonly query: z.ZodMiniType<Query>;
  /** `multipart` bodies are not read by a door: they go to the document store whole. */
  readonly body: z.ZodMiniType<Body> | 'multipart';
  /** A body the call reads itself, as the text it is; `body` is then `nothing`. */
  readonly textBody?: TextBody;
  /** Header parameters by their names in lower case. */
  readonly headers?: readonly { readonly name: string; readonly required: boolean; readonly description: string }[];
  readonly responses: Readonly<Record<number, Response>>;
}

/** For calls that take none. */
export const nothing = z.unknown();

/** Keeps the types of an operation's schemas. */
export function operation<Params, Query, Body>(each: Operation<Params, Query, Body>): Operation<Params, Query, Body> {
  return each;
}
