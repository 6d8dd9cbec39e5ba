import { type PagesPorts, pageCalls } from '#functions/_shell/calls/pages/all';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { systemSecrets } from '#shared/adapters/system/secrets';
import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { THEMES_AS_DELIVERED } from '#shared/domain/mandate/themes';
import { makePowers } from '#shared/flow/mandate/powers';
import { ok, refuse } from '#shared/kernel/result';
import type { SignInProvider } from '#shared/ports/sign-in';
import type { World } from '#test/builders/world';

/** Where forms and links of the pages go, in memory: a browser that keeps one cookie and runs nothing. */
export interface PagesClient {
  /** The cookie as it is kept, `name=value`; a test may put another in its place. */
  cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends the fields with the token of the page that stands at `from`. */
  send(path: string, fields: Readonly<Record<string, string>>, from?: string): Promise<Answer>;
  /** The same with files: names and texts. */
  sendFiles(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly (readonly [string, string])[],
  ): Promise<Answer>;
  /** Sends the fields as they are. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** What a page says when something behind it fails. */
  fault(path: string): Answer;
  /** Goes to the provider and comes back as the person. @returns the answer to coming back */
  signIn(code: string, query?: string): Promise<Answer>;
}

/** A provider that takes a person's code for a code of the flow. */
function providerOf(world: World): SignInProvider {
  return {
    addressFor: ({ state, nonce }) => `https://id.example/?state=${state}&nonce=${nonce}`,
    redeem: async (code) => {
      if (code === 'weak') return refuse({ kind: 'weakly-identified' });
      const person = await world.ports.people.find(code);
      return person ? ok({ id: code, name: person.name, assurance: 'HIGH' }) : refuse({ kind: 'sign-in-failed' });
    },
  };
}

/** @param more ports that the world does not have */
export function pagesClient(
  world: World,
  { base = MAILBOX, ...more }: { readonly base?: string } & Partial<Pick<PagesPorts, 'powers'>> = {},
): PagesClient {
  const calls = () =>
    pageCalls(
      {
        ...world.ports,
        powers: makePowers(world.ports),
        themes: THEMES_AS_DELIVERED,
        ...more,
        secrets: systemSecrets,
        provider: providerOf(world),
        prepareUpload: async () => undefined,
        ownDataOnBehalf: false,
        certificates: async () => ({ compose: async () => Buffer.from('%PDF-') }),
      },
      { base, feedback: 'mailto:palaute@viestit.example' },
    );

  const find = (method: string, path: string, parts: Pick<HttpRequest, 'headers' | 'body' | 'bytes'>) => {
    const url = new URL(`https://hub.example${MAILBOX}${path}`);
    const all = calls().map((call) => ({ ...call, found: matched(call.operation.path, url.pathname) }));
    const call = all.find(({ operation, found }) => operation.method === method && found);
    if (!call?.found) throw new Error(`no such page: ${method} ${path}`);
    const request: HttpRequest = {
      method,
      resource: call.operation.path,
      params: call.found,
      query: Object.fromEntries(url.searchParams),
      traceId: 't',
      ...parts,
      headers: { ...(client.cookie === '' ? {} : { cookie: client.cookie }), ...parts.headers },
    };
    return { call, request };
  };

  const ask = async (
    method: string,
    path: string,
    parts: Pick<HttpRequest, 'headers' | 'body' | 'bytes'>,
  ): Promise<Answer> => {
    const { call, request } = find(method, path, parts);
    const answer = await call.answer(request);
    const set = answer.headers?.['set-cookie'];
    if (set !== undefined) client.cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    return answer;
  };

  const client: PagesClient = {
    cookie: '',
    get: async (path, headers = {}) => ask('GET', path, { headers, body: undefined }),
    post: async (path, fields, headers = {}) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    send: async (path, fields, from = path) =>
      client.post(path, { ...hiddenIn(await client.get(from)), ...fields }, { 'sec-fetch-site': 'same-origin' }),
    sendFiles: async (path, fields, files) => {
      const form = new FormData();
      const all = { ...hiddenIn(await client.get(path)), ...fields };
      for (const [name, value] of Object.entries(all)) form.append(name, value);
      for (const [name, text] of files) form.append('files', new File([text], name));
      const { headers, bytes } = await wired(form);
      return ask('POST', path, { headers, body: undefined, bytes });
    },
    fault: (path) => {
      const { call, request } = find('GET', path, { headers: { 'accept-language': 'sv' }, body: undefined });
      return call.fault?.(request) ?? { status: 0 };
    },
    signIn: async (code, query = '') => {
      const away = await client.get(`/sign-in${query}`);
      const state = new URL(away.headers?.['location'] ?? '').searchParams.get('state') ?? '';
      return client.get(`/signed-in?${new URLSearchParams({ code, state }).toString()}`);
    },
  };
  return client;
}

/** A form as a browser puts it on the wire. */
export async function wired(form: FormData) {
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  return { headers, bytes: await sent.bytes() };
}

/** Token and version, as the page's forms carry them. */
export function hiddenIn({ text = '' }: Answer): Record<string, string> {
  const found = [...text.matchAll(/<input\s+type="hidden"\s+name="(token|version|offer)"\s+value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

function matched(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const found = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return found ? Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')])) : undefined;
}
