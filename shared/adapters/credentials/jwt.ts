import { type JWTPayload, type JWTVerifyGetKey, createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { type Clock, millisecondsOf } from '#shared/kernel/time';

/** Who signs tokens, and what a token must say to be taken. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience?: string;
  /** Address of the issuer's keys, or the key set itself as JSON. */
  readonly jwks: string;
}

/** Signature algorithms taken: asymmetric ones only, so that a public key is never mistaken for a secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Verifies signature, issuer, audience and time. Anything wrong is `undefined`: a caller learns no more than that. */
export function makeTokenReader({ issuer, audience, jwks }: TrustedIssuer, clock: Clock) {
  let keys: JWTVerifyGetKey | undefined;

  return async function readToken(token: string): Promise<JWTPayload | undefined> {
    try {
      keys ??= keysAt(jwks);
      const currentDate = new Date(millisecondsOf(clock()));
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        currentDate,
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (fault) {
      if (isVerdict(fault)) return undefined;
      throw fault;
    }
  };
}

/** Made with the first token: even an unused remote set makes Node load its whole HTTP client for `fetch`. */
function keysAt(jwks: string): JWTVerifyGetKey {
  return jwks.startsWith('{') ? createLocalJWKSet(keySet.parse(JSON.parse(jwks))) : createRemoteJWKSet(new URL(jwks));
}

/** Something is wrong with the token itself; that the issuer's keys could not be fetched says nothing of it. */
function isVerdict(fault: unknown): boolean {
  return fault instanceof errors.JOSEError && !(fault instanceof errors.JWKSTimeout);
}
