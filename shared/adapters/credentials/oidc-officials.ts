import * as z from 'zod/mini';
import { type TrustedIssuer, makeTokenReader } from '#shared/adapters/credentials/jwt';
import { isIdentityCode } from '#shared/domain/message/identity-code';
import { ok, refuse } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Officials } from '#shared/ports/officials';

interface OfficialsOptions extends TrustedIssuer {
  /** Values of `acr` that count as strong, each with the assurance it stands for. */
  readonly strongAcr: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
  /** Claim of the roles, a text or a list of them, and the role that serves visitors. */
  readonly roleClaim: string;
  readonly role: string;
  /** Claim of the organisation the official serves. */
  readonly organisationClaim: string;
  /** Claim of the official's own personal identity code, where there is one. */
  readonly codeClaim: string;
}

const named = z.string().check(z.minLength(1), z.maxLength(256));
const claims = z.object({ sub: named, name: named, acr: z.optional(z.string()) });
const roles = z.union([z.array(z.string()), z.string()]);

/**
 * Officials as the OIDC issuer of the staff tells of them.
 *
 * @see REQ-023; 571/2016 § 10 to 10 c
 */
export function makeOidcOfficials(options: OfficialsOptions, clock: Clock): Officials {
  const { strongAcr, roleClaim, role, organisationClaim, codeClaim, ...trusted } = options;
  const readToken = makeTokenReader(trusted, clock);
  const serves = (claim: unknown) => {
    const told = roles.safeParse(claim);
    return told.success && (told.data === role || (Array.isArray(told.data) && told.data.includes(role)));
  };

  return {
    verify: async (bearer) => {
      const token = await readToken(bearer);
      const told = claims.safeParse(token);
      if (!token || !told.success) return refuse({ kind: 'token-invalid' });
      const { sub: officialId, name, acr = '' } = told.data;
      const assurance = strongAcr[acr];
      if (!assurance) return refuse({ kind: 'weakly-identified' });
      const organisation = named.safeParse(token[organisationClaim]);
      if (!serves(token[roleClaim]) || !organisation.success) return refuse({ kind: 'role-missing' });
      const code = token[codeClaim];
      const own = typeof code === 'string' && isIdentityCode(code) ? code : undefined;
      return ok({ officialId, name, assurance, organisation: organisation.data, code: own });
    },
  };
}
