import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod/mini';
import type { MovableClock } from '#local/clock';
import type { Inside } from '#local/inside';
import { readBody } from '#local/read-body';
import {
  advanceBody,
  bounceBody,
  businessBody,
  clockBody,
  configBody,
  officialBody,
  personBody,
  settingsIn,
  signInBody,
} from '#local/sandbox/contract';
import { lettersSoFar } from '#local/sandbox/letters';
import { setPlanDeadline } from '#local/sandbox/plan-deadline';
import { makeRegisterEntry } from '#local/sandbox/registers';
import { makeTurns } from '#local/sandbox/turns';
import type { SignIn, SignInOfficial } from '#local/sign-in';
import { type MailStandIn, type StoredMail, eventOf } from '#local/stand-ins/mail';
import type { TimeMachine } from '#local/time-machine';
import { urlOf } from '#local/url';
import type { StepName } from '#shared/contracts/pipeline';
import { fieldProblems } from '#shared/contracts/field-problems';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problem-kinds';
import { type ProblemExtra, languageOf, problem } from '#shared/contracts/problems';
import { formOfId } from '#shared/domain/message/identity-code';
import { deliveryId, messageIdOf } from '#shared/domain/message/ids';
import { millisecondsIn } from '#shared/kernel/duration';
import { parseJson } from '#shared/kernel/json';
import { after } from '#shared/kernel/time';
import { chooseSettings } from '#shared/adapters/system/settings';

export interface SandboxPorts {
  readonly inside: Inside;
  readonly clock: MovableClock;
  readonly time: TimeMachine;
  readonly mail: MailStandIn;
  readonly send: (step: StepName, body: object) => Promise<void>;
  readonly signIn: SignIn;
  readonly signInOfficial: SignInOfficial;
  readonly baseUrl: string;
}

interface Call {
  readonly url: URL;
  /** Groups of the route's pattern, decoded. */
  readonly values: readonly string[];
  readonly body: unknown;
}

/** A refusal of the sandbox, thrown to the top of the call: this front is a tool, not a wall. */
class SandboxRefusal extends Error {
  readonly problemKind: ProblemKind;
  readonly extra: ProblemExtra;

  constructor(problemKind: ProblemKind, extra: ProblemExtra = {}) {
    super(problemKind);
    this.problemKind = problemKind;
    this.extra = extra;
  }
}

/**
 * The sandbox front of the local hub: time, sign-in, mail, letters and registers for tests and for looking around. It
 * exists here only; nothing of it is ever deployed.
 *
 * @see hub-api.md section 5
 */
export function makeSandbox(ports: SandboxPorts) {
  const routes = routesOf(ports);

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = urlOf(request);
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(url.pathname));
    if (!route) return false;
    const language = languageOf(request.headers['accept-language']);
    try {
      const values = (route.pattern.exec(url.pathname)?.slice(1) ?? []).map(decodeURIComponent);
      const answer = await route.act({ url, values, body: await jsonBody(request) });
      write(response, { status: answer === undefined ? 204 : 200, json: answer });
    } catch (fault) {
      if (!(fault instanceof SandboxRefusal)) throw fault;
      const { problemKind, extra } = fault;
      write(response, {
        status: PROBLEMS[problemKind].status,
        json: problem(problemKind, language, extra),
        mediaType: 'application/problem+json',
      });
    }
    return true;
  };
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly act: (call: Call) => Promise<unknown>;
}

function routesOf(ports: SandboxPorts): readonly Route[] {
  const { clock, time, mail, inside } = ports;
  const entry = makeRegisterEntry(inside, clock.now);
  const inTurn = makeTurns();
  const route = (method: string, path: string, act: Route['act']): Route => ({
    method,
    pattern: new RegExp(`^/sandbox/v1${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
    act,
  });

  return [
    route('GET', '/clock', async () => ({ now: clock.now() })),
    route('PUT', '/clock', async ({ body }) => {
      const { now } = read(clockBody, body);
      return inTurn(async () => {
        if (now < clock.now()) throw new SandboxRefusal('conflict', { detail: 'The clock goes forwards only.' });
        return moved(await time.moveTo(now));
      });
    }),
    route('POST', '/clock/advance', async ({ body }) => {
      const { duration } = read(advanceBody, body);
      return inTurn(async () => moved(await time.moveTo(after(clock.now(), millisecondsIn(duration)))));
    }),
    route('POST', '/settle', async () => inTurn(async () => moved(await time.settle()))),
    route('POST', '/sign-in', async ({ body }) => ({ accessToken: await signIn(ports, read(signInBody, body)) })),
    route('POST', '/sign-in-official', async ({ body }) => ({
      accessToken: await ports.signInOfficial(read(officialBody, body)),
    })),
    route('GET', '/emails', async ({ url }) => ({ emails: emailsTo(mail, url.searchParams.get('to')) })),
    route('POST', '/emails/{emailId}/bounce', async ({ values: [id], body }) => {
      const { type } = read(bounceBody, body);
      await bounce(ports, id, type);
    }),
    route('GET', '/letters', async () => ({ letters: await lettersSoFar(inside, ports.baseUrl) })),
    route('PUT', '/people/{id}', async ({ values: [id = ''], body }) => {
      if (formOfId(id) !== 'PERSON')
        throw new SandboxRefusal('body-invalid', { fields: [{ field: 'id', rule: 'is no personal identity code' }] });
      await entry.person(id, read(personBody, body));
    }),
    route('PUT', '/businesses/{id}', async ({ values: [id = ''], body }) => {
      if (formOfId(id) !== 'BUSINESS')
        throw new SandboxRefusal('body-invalid', { fields: [{ field: 'id', rule: 'is no business id' }] });
      await entry.business(id, read(businessBody, body));
    }),
    route('PUT', '/config', async ({ body }) => {
      const { planDeadline, ...options } = read(configBody, body);
      chooseSettings(settingsIn(options));
      if (planDeadline !== undefined) await setPlanDeadline(inside.programme, planDeadline, clock.now());
    }),
  ];

  function moved(stuck: readonly string[]): { now: string } {
    if (stuck.length > 0)
      throw new SandboxRefusal('conflict', { detail: `This is due and does not move on: ${stuck.join(', ')}` });
    return { now: clock.now() };
  }
}

async function signIn(
  { inside, signIn: sign }: SandboxPorts,
  { id, onBehalfOf }: { id: string; onBehalfOf?: string },
): Promise<string> {
  const person = await inside.people.find(id);
  return sign({ id, name: person?.name ?? 'Testihenkilö', onBehalfOf });
}

function emailsTo(mail: MailStandIn, to: string | null) {
  return mail
    .all()
    .filter((each) => to === null || each.to === to)
    .map(({ tags, ...each }) => ({ ...each, kind: tags['kind'], messageId: messageOf(tags) }));
}

function messageOf(tags: StoredMail['tags']): number | undefined {
  const about = deliveryId.safeParse(tags['about']);
  return about.success ? messageIdOf(about.data) : undefined;
}

async function bounce({ mail, send }: SandboxPorts, id: string | undefined, type: 'hard' | 'soft'): Promise<void> {
  const found = mail.all().find(({ emailId }) => emailId === id);
  if (!found) throw new SandboxRefusal('not-found');
  await send('record-notice-event', eventOf(found, 'Bounce', type === 'hard' ? 'Permanent' : 'Transient'));
}

function read<T extends z.ZodMiniType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new SandboxRefusal('body-invalid', { fields: fieldProblems(parsed.error, body) });
  return parsed.data;
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const text = String(await readBody(request));
  if (text === '') return undefined;
  const json = parseJson(text);
  if (!json.ok) throw new SandboxRefusal('body-invalid', { detail: json.refusal.rule });
  return json.value;
}

function write(
  response: ServerResponse,
  { status, json, mediaType = 'application/json' }: { status: number; json?: unknown; mediaType?: string },
): void {
  if (json === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': mediaType }).end(JSON.stringify(json));
}
