import type { Result } from '#shared/kernel/result';
import type { TokenInvalid } from '#shared/ports/system-credentials';

export interface WeaklyIdentified {
  readonly kind: 'weakly-identified';
}

/** A strongly identified person, for the length of one request. */
export interface IdentifiedPerson {
  /** Personal identity code. */
  readonly id: string;
  readonly name: string;
  readonly assurance: 'STRONG' | 'SUBSTANTIAL' | 'HIGH';
  /** Id of the party the person chose to act for when signing in. */
  readonly onBehalfOf?: string;
}

/** Verifies the bearer of an OIDC issuer: signature, issuer, audience, time and strength. */
export interface Identification {
  verify(bearer: string): Promise<Result<IdentifiedPerson, TokenInvalid | WeaklyIdentified>>;
}
