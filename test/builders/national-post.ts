import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod/mini';

/** A fault the national service has once, at the n-th call of a kind (from 1). */
export interface ScriptedFault {
  readonly at: 'token' | 'upload' | 'send' | 'events';
  readonly nth: number;
  /** `cut`: the call takes effect, and the connection ends before the answer. */
  readonly answer: number | 'cut';
}

const sent = z.object({
  externalId: z.string(),
  sender: z.object({ serviceId: z.string() }),
  paperMail: z.looseObject({
    attachments: z.array(z.object({ attachmentId: z.string() })),
    messageServiceType: z.string(),
    createAddressPage: z.boolean(),
    printingAndEnvelopingService: z.object({
      postiMessaging: z.looseObject({ username: z.string(), password: z.string() }),
      costPool: z.optional(z.string()),
    }),
    recipient: z.object({ address: z.looseObject({ name: z.string() }) }),
    sender: z.object({ address: z.looseObject({ name: z.string() }) }),
  }),
});
export type SentLetter = z.infer<typeof sent>;

interface NationalEvent {
  readonly type: string;
  readonly eventTime: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A stand-in of the national Suomi.fi Messages over HTTP, as its description tells, with faults by script. */
export interface NationalPost {
  readonly base: string;
  /** Letters it has taken, in order. */
  readonly letters: SentLetter[];
  readonly uploads: Map<string, Buffer>;
  readonly events: NationalEvent[];
  /** Every call that came in, as `POST /v1/token`. */
  readonly calls: string[];
  readonly faults: ScriptedFault[];
  /** Posti passwords that are no good. */
  readonly refusedPasswords: Set<string>;
  /** Ends every token that is out. */
  endTokens(): void;
  close(): Promise<void>;
}

export const HUB_AT_POST: { readonly username: string; readonly password: string } = {
  username: 'hubi-1',
  password: 'Kansallinen-salasana-1234567890-X!',
};

const KINDS: Readonly<Record<string, ScriptedFault['at']>> = {
  '/v1/token': 'token',
  '/v2/attachments': 'upload',
  '/v2/paper-mail-without-id': 'send',
  '/v2/events': 'events',
};

/** Events of a page. */
const PAGE = 2;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export async function startNationalPost(): Promise<NationalPost> {
  const letters: SentLetter[] = [];
  const uploads = new Map<string, Buffer>();
  const events: NationalEvent[] = [];
  const calls: string[] = [];
  const faults: ScriptedFault[] = [];
  const refusedPasswords = new Set<string>();
  const tokens = new Set<string>();
  const counted = new Map<string, number>();

  const server = createServer((request, response) => {
    void answerTo(request, response);
  });
  const base = await listening(server);

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', base);
    const kind = KINDS[pathname] ?? 'events';
    calls.push(`${request.method} ${request.url}`);
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
    const body = await buffer(request);
    const fault = faults.find(({ at, nth }) => at === kind && nth === counted.get(kind));
    if (fault && fault.answer !== 'cut') {
      tell(response, { status: fault.answer, body: { reason: 'script' } });
      return;
    }
    const isIn = kind === 'token' || tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''));
    const answer = isIn ? taken(kind, body, searchParams) : { status: 401, body: { reason: 'Unauthorized' } };
    if (fault) response.destroy();
    else tell(response, answer);
  }

  function taken(kind: ScriptedFault['at'], body: Buffer, query: URLSearchParams): Answer {
    if (kind === 'token') return signedIn(body);
    if (kind === 'upload') return uploaded(body);
    return kind === 'send' ? letterTaken(sent.parse(JSON.parse(body.toString()))) : pageAfter(query);
  }

  function signedIn(body: Buffer): Answer {
    if (JSON.stringify(HUB_AT_POST) !== body.toString()) return { status: 400, body: { reason: 'wrong credentials' } };
    const token = `token-${calls.length}`;
    tokens.add(token);
    return { status: 200, body: { access_token: token, expires_in: 3600, token_type: 'Bearer' } };
  }

  function uploaded(body: Buffer): Answer {
    const attachmentId = `file-${uploads.size + 1}`;
    uploads.set(attachmentId, body);
    return { status: 201, body: { attachmentId } };
  }

  function letterTaken(letter: SentLetter): Answer {
    const known = letters.findIndex(({ externalId }) => externalId === letter.externalId);
    if (known >= 0) return { status: 409, body: { messageId: known + 1, reason: 'externalId already used' } };
    const { postiMessaging } = letter.paperMail.printingAndEnvelopingService;
    const file = letter.paperMail.attachments[0]?.attachmentId ?? '';
    if (refusedPasswords.has(postiMessaging.password) || !uploads.has(file))
      return { status: 400, body: { reason: `no good: ${JSON.stringify(letter)}` } };
    letters.push(letter);
    return { status: 200, body: { messageId: letters.length } };
  }

  /** A token is the number of events before it. */
  function pageAfter(query: URLSearchParams): Answer {
    const from = Number(query.get('continuationToken') ?? '0');
    if (Number.isNaN(from)) return { status: 400, body: { reason: 'unknown token' } };
    const some = events.slice(from, from + PAGE);
    return { status: 200, body: { continuationToken: String(from + some.length), events: some } };
  }

  return {
    base,
    letters,
    uploads,
    events,
    calls,
    faults,
    refusedPasswords,
    endTokens: () => {
      tokens.clear();
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tell(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
