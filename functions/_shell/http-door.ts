import middy from '@middy/core';
import { executionModeStreamifyResponse } from '@middy/core/StreamifyResponse';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import {
  type Answer,
  type HttpRequest,
  type StreamedAnswer,
  readRequest,
  streamAnswer,
  writeAnswer,
} from '#functions/_shell/http';
import { requestLog } from '#functions/_shell/request-log';
import { listedFieldsAnswer, refusalAnswer } from '#functions/_shell/refusals';
import { fieldProblems } from '#shared/contracts/field-problems';
import type { Operation } from '#shared/contracts/http/operation';
import { validationErrorResponse } from '#shared/contracts/suomifi/errors';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { parseJson } from '#shared/kernel/json';
import { type Result, ok, refuse } from '#shared/kernel/result';

/** What a call was asked with, as its schemas understand it. */
export interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: HttpRequest;
}

/** Tells who calls, or answers for the door. */
export type Authenticate<Caller> = (request: HttpRequest) => Promise<Result<Caller, CallerRefused>>;

export interface CallerRefused {
  readonly kind:
    | 'unauthorized'
    | 'weakly-identified'
    | 'mandate-missing'
    | 'act-not-covered'
    | 'own-data-for-another'
    | 'own-matter'
    | 'guardian-required'
    | 'representative-required'
    | 'role-missing'
    | 'visit-required'
    | 'not-found'
    | 'too-many'
    | 'powers-unknown';
  /** What to do instead, where that helps. */
  readonly detail?: string;
}

/** A call bound to what it does. */
export interface Bound {
  readonly operation: Operation;
  readonly answer: (request: HttpRequest) => Promise<Answer>;
  /** How it tells of a fault. @default in the form of its front */
  readonly fault?: (request: HttpRequest) => Answer;
}

/** Binds a call to a caller and an action: credentials first, then the schemas, then the action. */
export function bind<Params, Query, Body, Caller>(
  operation: Operation<Params, Query, Body>,
  authenticate: Authenticate<Caller>,
  act: (input: Input<Params, Query, Body>, caller: Caller) => Promise<Answer>,
): Bound {
  return {
    operation,
    answer: async (request) => {
      const caller = await authenticate(request);
      if (!caller.ok)
        return refusalAnswer({ front: operation.front, request }, caller.refusal.kind, {
          detail: caller.refusal.detail,
        });
      const input = readInput(operation, request);
      if (!input.ok) return invalid(operation, request, input.refusal.problems);
      return shaped(operation, await act(input.value, caller.value));
    },
  };
}

/** A call that anybody may make. */
export const anybody: Authenticate<undefined> = async () => ok(undefined);

/** A Lambda handler for a table of calls behind one gateway. A fault answers 502 in the front's own form. */
export function httpDoor(door: string, calls: readonly Bound[]) {
  const { answer, fault } = table(calls);
  const handle = async (event: APIGatewayProxyEvent) => writeAnswer(await answer(event));
  return middy(handle).use(requestLog(door, (event) => writeAnswer(fault(event))));
}

/**
 * The same for files: where the runtime can stream a response (a deployed Lambda), the bytes are streamed, since a
 * buffered one ends at 6 MB; elsewhere they are buffered.
 */
export function fileDoor(door: string, calls: readonly Bound[]) {
  if (!canStream()) return httpDoor(door, calls);
  const { answer, fault } = table(calls);
  const handle = async (event: APIGatewayProxyEvent) => streamAnswer(await answer(event));
  return middy<APIGatewayProxyEvent, StreamedAnswer>({ executionMode: executionModeStreamifyResponse })
    .handler(handle)
    .use(requestLog(door, (event) => streamAnswer(fault(event))));
}

/** The runtime of a deployed function brings it; the SDK makes an empty object of the same name elsewhere. */
function canStream(): boolean {
  const runtime: unknown = Reflect.get(globalThis, 'awslambda');
  return typeof runtime === 'object' && runtime !== null && 'streamifyResponse' in runtime;
}

function table(calls: readonly Bound[]) {
  const byRoute = new Map(calls.map((call) => [`${call.operation.method} ${call.operation.path}`, call]));

  const callOf = ({ method, resource }: HttpRequest) => byRoute.get(`${method} ${resource}`);

  return {
    answer: async (event: APIGatewayProxyEvent): Promise<Answer> => {
      const request = readRequest(event);
      const call = callOf(request);
      if (!call) return { status: 404, json: { reason: 'No such call' } };
      const answered = await call.answer(request);
      return { ...answered, headers: { ...tracing(call.operation, request), ...answered.headers } };
    },
    fault: (event: APIGatewayProxyEvent): Answer => {
      const request = readRequest(event);
      const call = callOf(request);
      return call?.fault?.(request) ?? refusalAnswer({ front: call?.operation.front ?? 'suomifi', request }, 'fault');
    },
  };
}

interface InputRefused {
  readonly kind: 'input-refused';
  readonly problems: readonly FieldProblem[];
}

function readInput<Params, Query, Body>(
  operation: Operation<Params, Query, Body>,
  request: HttpRequest,
): Result<Input<Params, Query, Body>, InputRefused> {
  if (operation.body === 'multipart') throw new Error('a multipart body does not come in by a function');
  const json = operation.textBody || (request.body ?? '') === '' ? ok(undefined) : parseJson(request.body ?? '');
  if (!json.ok) return refuse({ kind: 'input-refused', problems: [{ field: '', rule: json.refusal.rule }] });
  const params = checked(operation.params, request.params);
  const query = checked(operation.query, request.query);
  const body = checked(operation.body, json.value);
  if (params.ok && query.ok && body.ok)
    return ok({ params: params.value, query: query.value, body: body.value, request });
  return refuse({
    kind: 'input-refused',
    problems: [params, query, body].flatMap((part) => (part.ok ? [] : part.refusal.problems)),
  });
}

function checked<T>(schema: z.ZodMiniType<T>, raw: unknown): Result<T, InputRefused> {
  const parsed = schema.safeParse(raw);
  return parsed.success
    ? ok(parsed.data)
    : refuse({ kind: 'input-refused', problems: fieldProblems(parsed.error, raw) });
}

function invalid(operation: Operation, request: HttpRequest, fields: readonly FieldProblem[]): Answer {
  const listed = operation.responses[400]?.schema === validationErrorResponse;
  return listed
    ? listedFieldsAnswer(fields)
    : refusalAnswer({ front: operation.front, request }, 'body-invalid', { fields });
}

/** Nothing leaves that the contract does not name. */
function shaped({ responses }: Operation, answer: Answer): Answer {
  const schema = answer.json === undefined ? undefined : responses[answer.status]?.schema;
  return schema ? { ...answer, json: schema.parse(answer.json) } : answer;
}

/** Real clients keep the trace id of a send as their own reference (suomifi-messages-notes.md section 9, rule 14). */
function tracing({ front }: Operation, { traceId }: HttpRequest): Record<string, string> {
  return front === 'suomifi' ? { traceId } : {};
}
