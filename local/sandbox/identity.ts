import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Inside } from '#local/inside';
import { readBody } from '#local/read-body';
import type { SignIn } from '#local/sign-in';
import { formOfId } from '#shared/domain/message/identity-code';
import { type Markup, html } from '#shared/kernel/markup';

interface IdentityPorts {
  readonly inside: Pick<Inside, 'people'>;
  readonly signIn: SignIn;
  /** The pages, the only client. */
  readonly client: { readonly id: string; readonly redirectAddress: string };
}

/** A code that has been given and not been redeemed. */
interface Given {
  readonly id: string;
  readonly nonce: string;
  readonly challenge: string;
}

/** People of both seeds. */
const SEEDED = ['010280-952L', '010101-123N'];

/** Fields of the request that go through the page of the person unchanged. */
const ASKED = ['client_id', 'redirect_uri', 'state', 'nonce', 'code_challenge'] as const;

/**
 * Stands for an OIDC provider of strong identification: a page on which one picks who one is, and a place where its codes
 * are redeemed. It believes everybody, so it exists in the local hub only and is never deployed.
 */
export function makeIdentityProvider({ inside, signIn, client }: IdentityPorts) {
  const given = new Map<string, Given>();

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://hub');
    const call = `${request.method ?? ''} ${url.pathname}`;
    if (call === 'GET /sandbox/identity') await askWho(url.searchParams, response);
    else if (call === 'POST /sandbox/identity') await goBack(await formOf(request), response);
    else if (call === 'POST /sandbox/identity/token') await redeem(await formOf(request), response);
    else return false;
    return true;
  };

  async function askWho(asked: URLSearchParams, response: ServerResponse, status = 200): Promise<void> {
    const known = await Promise.all(
      SEEDED.map(async (id) => ({ id, name: (await inside.people.find(id))?.name ?? id })),
    );
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(
      identityPage(
        known,
        ASKED.map((name) => [name, asked.get(name) ?? ''] as const),
      ),
    );
  }

  async function goBack(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const id = (form.get('other') ?? '').trim().toUpperCase() || (form.get('id') ?? '');
    const isOurs = form.get('client_id') === client.id && form.get('redirect_uri') === client.redirectAddress;
    if (!isOurs || formOfId(id) !== 'PERSON') return askWho(form, response, 400);
    const code = randomBytes(16).toString('base64url');
    given.set(code, { id, nonce: form.get('nonce') ?? '', challenge: form.get('code_challenge') ?? '' });
    const back = new URL(client.redirectAddress);
    back.searchParams.set('code', code);
    back.searchParams.set('state', form.get('state') ?? '');
    response.writeHead(303, { location: back.href }).end();
  }

  async function redeem(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const code = form.get('code') ?? '';
    const found = given.get(code);
    given.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = found?.challenge === challenge && form.get('client_id') === client.id;
    response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    if (!found || !isRight) return void response.end(JSON.stringify({ error: 'invalid_grant' }));
    const name = (await inside.people.find(found.id))?.name ?? 'Testihenkilö';
    const token = await signIn({ id: found.id, name, audience: client.id, nonce: found.nonce });
    response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, id_token: token, access_token: token }));
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(String(await readBody(request)));
}

interface Known {
  readonly id: string;
  readonly name: string;
}

function identityPage(known: readonly Known[], asked: readonly (readonly [string, string])[]): string {
  const hidden = asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Who are you? – sandbox</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="data:," />
      <style>
        ${STYLE}
      </style>
    </head>
    <body>
      <main>
        <p>Sandbox</p>
        <h1>Who are you?</h1>
        <p>This page stands for strong identification. It believes everybody and exists on this machine only.</p>
        ${known.map((each) => personForm(hidden, each))}
        <form method="post" action="/sandbox/identity">
          ${hidden}<label for="other">Somebody else: a personal identity code</label>
          <input id="other" name="other" autocomplete="off" /><button>Identify</button>
        </form>
      </main>
    </body>
  </html>`.toString()}`;
}

function personForm(hidden: readonly Markup[], { id, name }: Known): Markup {
  return html`<form method="post" action="/sandbox/identity">
    ${hidden} <button name="id" value="${id}">${name}, ${id}</button>
  </form>`;
}

const STYLE =
  'body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0;background:#fff7e0;color:#212121}' +
  'main{max-width:34rem;margin:0 auto;padding:2rem 1rem}p:first-child{font-weight:600}' +
  'button,input{font:inherit;padding:.6rem 1rem;margin:.25rem 0;width:100%;box-sizing:border-box;min-height:2.75rem}';
