import * as z from 'zod/mini';
import { type Clock, type Instant, MINUTE, SECOND, after } from '#shared/kernel/time';
import { RelayFailed } from '#shared/ports/postal-relay';

interface Request {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  readonly signal: AbortSignal;
  /** Credentials go where the operator has said, and nowhere else. */
  readonly redirect: 'error';
}

/** What of `fetch` is used. */
type Ask = (address: string, init: Request) => Promise<{ readonly status: number; text(): Promise<string> }>;

export interface RelayOptions {
  /** Address without a path, `https://api.messages.suomi.fi`. */
  readonly base: string;
  /** The hub's own name there (systemId). */
  readonly username: string;
  /** Opened when it is needed. */
  readonly password: () => Promise<string>;
  readonly ask: Ask;
  readonly clock: Clock;
}

interface RelayCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly json?: unknown;
  readonly form?: FormData;
}

interface RelayResponse {
  readonly status: number;
  /** `undefined` where the body is none. */
  readonly json: unknown;
}

export interface RelayCalls {
  /** @throws {RelayFailed} where nothing comes back, or the hub itself is not let in */
  readonly call: (call: RelayCall) => Promise<RelayResponse>;
}

interface Token {
  readonly value: string;
  readonly until: Instant;
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** Milliseconds one call may take: a letter of 10 MB goes up in it. */
const PATIENCE = 30 * SECOND;

/** Calls of the national API with a token that is kept until a minute before its end, or until it is not taken any more. */
export function makeRelayCalls({ base, username, password, ask, clock }: RelayOptions): RelayCalls {
  const root = base.replace(/\/$/, '');
  let kept: Promise<Token> | undefined;

  return {
    call: async (order) => {
      const first = await authorised(order, await token());
      if (first.status !== 401) return first;
      kept = undefined;
      const second = await authorised(order, await token());
      if (second.status === 401) throw new RelayFailed('the national service does not take its own token');
      return second;
    },
  };

  async function token(): Promise<string> {
    if (kept) {
      const known = await kept;
      if (clock() < known.until) return known.value;
    }
    kept = signIn().catch((fault: unknown) => {
      kept = undefined;
      throw fault;
    });
    return (await kept).value;
  }

  async function signIn(): Promise<Token> {
    const body = JSON.stringify({ username, password: await password() });
    const { status, json } = await send('/v1/token', { method: 'POST', headers: JSON_BODY, body });
    const told = tokenAnswer.safeParse(json);
    if (status !== 200 || !told.success)
      throw new RelayFailed(`the national service answered the hub's own credentials with ${status}`);
    return { value: told.data.access_token, until: after(clock(), told.data.expires_in * SECOND - MINUTE) };
  }

  async function authorised({ method, path, json, form }: RelayCall, bearer: string): Promise<RelayResponse> {
    const authorization = { Authorization: `Bearer ${bearer}` };
    if (json === undefined) return send(path, { method, headers: authorization, body: form });
    return send(path, { method, headers: { ...authorization, ...JSON_BODY }, body: JSON.stringify(json) });
  }

  /** What a fault of the connection says may quote what was sent: it goes no further than here. */
  async function send(path: string, init: Omit<Request, 'signal' | 'redirect'>): Promise<RelayResponse> {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const response = await ask(`${root}${path}`, { ...init, signal, redirect: 'error' });
      return { status: response.status, json: parsed(await response.text()) };
    } catch {
      throw new RelayFailed('the national service did not answer');
    }
  }
}

const JSON_BODY = { 'Content-Type': 'application/json' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
