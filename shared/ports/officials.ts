import type { Result } from '#shared/kernel/result';
import type { WeaklyIdentified } from '#shared/ports/identification';
import type { TokenInvalid } from '#shared/ports/system-credentials';

/** An official of a service point, for the length of one request. */
export interface Official {
  /** As the staff's issuer names them: theirs for good. */
  readonly officialId: string;
  readonly name: string;
  readonly organisation: string;
  readonly assurance: 'STRONG' | 'SUBSTANTIAL' | 'HIGH';
  /** Their own personal identity code, where the issuer tells it. */
  readonly code?: string;
}

/** Identified strongly, and nobody who serves visitors. */
export interface NoOfficial {
  readonly kind: 'role-missing';
}

/** Verifies the bearer of the staff's OIDC issuer: signature, issuer, audience, time, strength and role. */
export interface Officials {
  verify(bearer: string): Promise<Result<Official, TokenInvalid | WeaklyIdentified | NoOfficial>>;
}
