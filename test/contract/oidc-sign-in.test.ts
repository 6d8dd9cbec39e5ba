import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, importJWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInProvider } from '#functions/_shell/sign-in';
import { newSigningKey, publicKeySet } from '#shared/adapters/credentials/local-issuer';
import { makeOidcIdentification } from '#shared/adapters/credentials/oidc-identification';
import { makeOidcSignIn } from '#shared/adapters/credentials/oidc-sign-in';
import { makeLocalWrapper } from '#shared/adapters/crypto/local-wrapper';
import { systemClock } from '#shared/adapters/system/clock';
import { TESSA } from '#test/builders/messages';

const ISSUER = 'https://id.example';
const CLIENT = 'hub pages';
const BACK = 'https://viestit.example/mailbox/signed-in';
const PROOFS = { state: 'state-1', nonce: 'nonce-1', verifier: 'v'.repeat(43) };

/** A provider that answers what a test tells it to, and remembers what it was asked. */
const provider = { status: 200, body: '', form: new URLSearchParams(), authorization: '' };
const key = await newSigningKey();
const running: { server?: Server; url: string } = { url: '' };

beforeAll(async () => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      provider.form = new URLSearchParams(Buffer.concat(chunks).toString());
      provider.authorization = request.headers.authorization ?? '';
      response.writeHead(provider.status, { location: 'https://elsewhere.example/' }).end(provider.body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  running.server = server;
  running.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => running.server?.close());
beforeEach(async () => {
  provider.status = 200;
  provider.body = JSON.stringify({ id_token: await token() });
});

async function token(claims: object = {}, audience = CLIENT): Promise<string> {
  return new SignJWT({ code: TESSA, name: 'Testilä Tessa', acr: 'loa2', nonce: PROOFS.nonce, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setExpirationTime('1h')
    .sign(await importJWK(key, 'EdDSA'));
}

const signIn = (clientSecret?: () => Promise<string>) =>
  makeOidcSignIn({
    authorizeAddress: 'https://id.example/authorize?tenant=1',
    tokenAddress: `${running.url}/token`,
    clientId: CLIENT,
    clientSecret,
    redirectAddress: BACK,
    acrValues: ['loa3', 'loa2'],
    identification: makeOidcIdentification(
      {
        issuer: ISSUER,
        audience: CLIENT,
        jwks: publicKeySet(key),
        codeClaim: 'code',
        strongAcr: { loa2: 'SUBSTANTIAL' },
      },
      systemClock,
    ),
  });

const FAILED = { ok: false, refusal: { kind: 'sign-in-failed' } };

describe('the code flow', () => {
  it('sends the person away with the proofs, the verifier only as its hash', () => {
    const { origin, pathname, searchParams } = new URL(signIn().addressFor(PROOFS, 'sv'));
    expect([origin, pathname]).toEqual(['https://id.example', '/authorize']);
    expect(Object.fromEntries(searchParams)).toEqual({
      tenant: '1',
      response_type: 'code',
      scope: 'openid profile',
      client_id: CLIENT,
      redirect_uri: BACK,
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: createHash('sha256').update(PROOFS.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ui_locales: 'sv',
      acr_values: 'loa3 loa2',
      prompt: 'login',
    });
  });

  it('redeems the code for the person, as a public client or with its secret', async () => {
    const found = await signIn().redeem('code-1', PROOFS);
    expect(found).toEqual({ ok: true, value: { id: TESSA, name: 'Testilä Tessa', assurance: 'SUBSTANTIAL' } });
    expect(Object.fromEntries(provider.form)).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: BACK,
      code_verifier: PROOFS.verifier,
      client_id: CLIENT,
    });
    await signIn(async () => 's:e c').redeem('code-1', PROOFS);
    expect(Buffer.from(provider.authorization.replace('Basic ', ''), 'base64').toString()).toBe('hub+pages:s%3Ae+c');
    expect(provider.form.has('client_id')).toBe(false);
  });

  it('opens its secret with the key of the hub when it is first needed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
    const master = randomBytes(32);
    writeFileSync(join(folder, 'master.key'), master);
    const sealed = await makeLocalWrapper(master).wrap('sign-in/client-secret', Buffer.from('hush'));
    const found = await signInProvider({
      KEY_PROTECTION: `file:${join(folder, 'master.key')}`,
      PERSON_ISSUER: ISSUER,
      PERSON_JWKS: publicKeySet(key),
      PERSON_CODE_CLAIM: 'code',
      PERSON_STRONG_ACR: { loa2: 'SUBSTANTIAL' },
      PERSON_AUTHORIZE: 'https://id.example/authorize',
      PERSON_TOKEN: `${running.url}/token`,
      PERSON_CLIENT: CLIENT,
      PERSON_CLIENT_SECRET: `sealed:${Buffer.from(sealed).toString('base64')}`,
      MAILBOX_LINK: 'https://viestit.example/mailbox',
    }).redeem('code-1', PROOFS);
    rmSync(folder, { recursive: true });
    expect(found.ok).toBe(true);
    expect(Buffer.from(provider.authorization.replace('Basic ', ''), 'base64').toString()).toBe('hub+pages:hush');
    expect(provider.form.get('redirect_uri')).toBe(BACK);
  });

  it.each([
    ['another sign-in', async () => token({ nonce: 'nonce-2' })],
    ['no sign-in', async () => token({ nonce: undefined })],
    ['another client', async () => token({}, 'viestivayla')],
    ['no real person', async () => token({ code: '010280-9520' })],
    ['nobody', async () => 'x.y.z'],
  ])('refuses a token for %s', async (_, made) => {
    provider.body = JSON.stringify({ id_token: await made() });
    expect(await signIn().redeem('code-1', PROOFS)).toEqual(FAILED);
  });

  it('tells weak identification from none', async () => {
    provider.body = JSON.stringify({ id_token: await token({ acr: 'loa1' }) });
    expect(await signIn().redeem('code-1', PROOFS)).toEqual({ ok: false, refusal: { kind: 'weakly-identified' } });
  });

  it.each([
    [400, '{"error":"invalid_grant"}'],
    [200, 'no json'],
    [200, '{}'],
  ])('refuses what the provider answers with %i and %s', async (status, body) => {
    Object.assign(provider, { status, body });
    expect(await signIn().redeem('code-1', PROOFS)).toEqual(FAILED);
  });

  it.each([500, 503, 302])('takes %i for a fault of the provider', async (status) => {
    Object.assign(provider, { status, body: '' });
    await expect(signIn().redeem('code-1', PROOFS)).rejects.toThrow();
  });
});
