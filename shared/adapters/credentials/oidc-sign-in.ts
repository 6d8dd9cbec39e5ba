import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { parseJson } from '#shared/kernel/json';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Identification } from '#shared/ports/identification';
import type { SignInFailed, SignInProofs, SignInProvider } from '#shared/ports/sign-in';

export interface OidcSignInOptions {
  /** The provider's pages, where people identify themselves. */
  readonly authorizeAddress: string;
  /** Where codes are redeemed, from machine to machine. */
  readonly tokenAddress: string;
  readonly clientId: string;
  /** Gives the secret when it is needed. @default a public client: PKCE alone */
  readonly clientSecret?: () => Promise<string>;
  /** The page of ours that people come back to. */
  readonly redirectAddress: string;
  /** Values of `acr` asked for, the best first. */
  readonly acrValues: readonly string[];
  /** Verifies ID tokens made out to this client. */
  readonly identification: Identification;
}

const tokenAnswer = z.object({ id_token: z.string() });
const FAILED: Result<never, SignInFailed> = refuse({ kind: 'sign-in-failed' });

/** Milliseconds the provider may take; the gateway waits 29 seconds for the page. */
const PATIENCE = 10_000;

/**
 * The code flow of OpenID Connect: PKCE with S256, `state` and `nonce`; the token never passes through the browser.
 *
 * @see OpenID Connect Core 1.0, 3.1; RFC 7636; RFC 9700; REQ-065
 */
export function makeOidcSignIn(options: OidcSignInOptions): SignInProvider {
  const { authorizeAddress, clientId, redirectAddress, acrValues, identification } = options;

  return {
    addressFor: ({ state, nonce, verifier }, language) => {
      const address = new URL(authorizeAddress);
      const asked = {
        response_type: 'code',
        scope: 'openid profile',
        client_id: clientId,
        redirect_uri: redirectAddress,
        state,
        nonce,
        code_challenge: fingerprint(verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        acr_values: acrValues.join(' '),
        // A person who has signed out here is asked again, whatever session the provider still has.
        prompt: 'login',
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return address.href;
    },

    redeem: async (code, proofs) => {
      const token = await fetchToken(code, proofs, options);
      if (token === undefined) return FAILED;
      const identified = await identification.verify(token);
      if (!identified.ok) return identified.refusal.kind === 'token-invalid' ? FAILED : refuse(identified.refusal);
      return decodeJwt(token)['nonce'] === proofs.nonce ? ok(identified.value) : FAILED;
    },
  };
}

/** @returns nothing where the provider does not take the code; a provider that can not be asked is a fault */
async function fetchToken(
  code: string,
  { verifier }: SignInProofs,
  { tokenAddress, clientId, clientSecret, redirectAddress }: OidcSignInOptions,
): Promise<string | undefined> {
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectAddress, code_verifier: verifier };
  const secret = await clientSecret?.();
  const answer = await fetch(tokenAddress, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(secret === undefined ? {} : { authorization: basic(clientId, secret) }),
    },
    body: new URLSearchParams(secret === undefined ? { ...form, client_id: clientId } : form).toString(),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status >= 500) throw new Error(`the provider of identification answered ${answer.status}`);
  const json = answer.ok ? parseJson(await answer.text()) : undefined;
  return json?.ok === true ? tokenAnswer.safeParse(json.value).data?.id_token : undefined;
}

/** As RFC 6749 § 2.3.1 writes it: both parts form-encoded. */
function basic(clientId: string, secret: string): string {
  const encoded = [clientId, secret].map((part) => new URLSearchParams({ part }).toString().slice('part='.length));
  return `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
}
