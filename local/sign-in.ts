import { type JWK, SignJWT, importJWK } from 'jose';
import { PERSON_AUDIENCE, PERSON_ISSUER } from '#local/environment';
import { type Clock, SECOND, millisecondsOf } from '#shared/kernel/time';

/** Seconds a sign-in lasts. */
const LIFETIME = 3600;

/** Stands for the provider of strong identification: signs the token a person would come back with. */
export function makeSignIn(signingKey: JWK, clock: Clock) {
  return async function signIn(person: { id: string; name: string; onBehalfOf?: string }): Promise<string> {
    const now = Math.floor(millisecondsOf(clock()) / SECOND);
    return new SignJWT({
      national_id: person.id,
      name: person.name,
      acr: 'strong',
      ...(person.onBehalfOf ? { on_behalf_of: person.onBehalfOf } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: signingKey.kid })
      .setIssuer(PERSON_ISSUER)
      .setAudience(PERSON_AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME)
      .sign(await importJWK(signingKey, 'EdDSA'));
  };
}
