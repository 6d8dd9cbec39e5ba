import { type JWK, type JWTPayload, SignJWT, importJWK } from 'jose';
import { OFFICIAL_AUDIENCE, OFFICIAL_ISSUER, PERSON_AUDIENCE, PERSON_ISSUER } from '#local/environment';
import type { LocalSecrets } from '#local/secrets';
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
  const sign = makeSign(signingKey, clock);
  return async function signIn({ id, name, onBehalfOf, audience = PERSON_AUDIENCE, nonce }) {
    const claims = {
      national_id: id,
      name,
      acr: 'strong',
      ...(onBehalfOf ? { on_behalf_of: onBehalfOf } : {}),
      ...(nonce ? { nonce } : {}),
    };
    return sign(claims, { issuer: PERSON_ISSUER, audience });
  };
}

/** An official who is to be identified: by name and organisation, with their own identity code where it matters. */
export interface OfficialOrder {
  readonly name: string;
  readonly organisation: string;
  readonly id?: string;
}

export type SignInOfficial = (order: OfficialOrder) => Promise<string>;

/** Stands for the issuer of the staff: signs the token an official would come back with. */
function makeSignInOfficial(signingKey: JWK, clock: Clock): SignInOfficial {
  const sign = makeSign(signingKey, clock);
  return async function signInOfficial({ name, organisation, id }) {
    const claims = {
      sub: `${name}@${organisation}`,
      name,
      organisation,
      roles: ['service-point'],
      acr: 'strong',
      ...(id ? { national_id: id } : {}),
    };
    return sign(claims, { issuer: OFFICIAL_ISSUER, audience: OFFICIAL_AUDIENCE });
  };
}

/** Both issuers of a single machine: of people, and of officials. */
export function makeSignIns(
  { personSigningKey, officialSigningKey }: Pick<LocalSecrets, 'personSigningKey' | 'officialSigningKey'>,
  clock: Clock,
): readonly [SignIn, SignInOfficial] {
  return [makeSignIn(personSigningKey, clock), makeSignInOfficial(officialSigningKey, clock)];
}

function makeSign(signingKey: JWK, clock: Clock) {
  return async function sign(
    claims: JWTPayload,
    { issuer, audience }: { readonly issuer: string; readonly audience: string },
  ): Promise<string> {
    const now = Math.floor(millisecondsOf(clock()) / SECOND);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: signingKey.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME)
      .sign(await importJWK(signingKey, 'EdDSA'));
  };
}
