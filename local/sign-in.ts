import { type JWK, SignJWT, importJWK } from 'jose';
import { PERSON_AUDIENCE, PERSON_ISSUER } from '#local/environment';
import { type Clock, SECOND, millisecondsOf } from '#shared/kernel/time';

/** Seconds a sign-in lasts. */
const LIFETIME = 3600;

/** Somebody who is to be identified, and for whom. */
export interface SignInOrder {
  readonly id: string;
  readonly name: string;
  readonly onBehalfOf?: string;
  /** Whom the token is made out to. @default callers of /me/v1 */
  readonly audience?: string;
  /** Of the sign-in that the token answers. */
  readonly nonce?: string;
}

export type SignIn = (order: SignInOrder) => Promise<string>;

/** Stands for the provider of strong identification: signs the token a person would come back with. */
export function makeSignIn(signingKey: JWK, clock: Clock): SignIn {
  return async function signIn({ id, name, onBehalfOf, audience = PERSON_AUDIENCE, nonce }) {
    const now = Math.floor(millisecondsOf(clock()) / SECOND);
    return new SignJWT({
      national_id: id,
      name,
      acr: 'strong',
      ...(onBehalfOf ? { on_behalf_of: onBehalfOf } : {}),
      ...(nonce ? { nonce } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: signingKey.kid })
      .setIssuer(PERSON_ISSUER)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME)
      .sign(await importJWK(signingKey, 'EdDSA'));
  };
}
