import * as z from 'zod/mini';
import { type TrustedIssuer, makeTokenReader } from '#shared/adapters/credentials/jwt';
import { isIdentityCode } from '#shared/domain/message/identity-code';
import { ok, refuse } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Identification } from '#shared/ports/identification';

interface OidcOptions extends TrustedIssuer {
  /** Name of the claim that holds the personal identity code. */
  readonly codeClaim: string;
  /** Values of `acr` that count as strong, each with the assurance it stands for. */
  readonly strongAcr: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
}

const claimsOf = z.object({
  acr: z.optional(z.string()),
  name: z.optional(z.string()),
  on_behalf_of: z.optional(z.string()),
});

/**
 * People as an OIDC provider of strong identification tells of them.
 *
 * @see REQ-065; domain.md 2.6 (306/2019 § 6)
 */
export function makeOidcIdentification(
  { codeClaim, strongAcr, ...trusted }: OidcOptions,
  clock: Clock,
): Identification {
  const readToken = makeTokenReader(trusted, clock);
  return {
    verify: async (bearer) => {
      const token = await readToken(bearer);
      if (!token) return refuse({ kind: 'token-invalid' });
      const claims = claimsOf.safeParse(token);
      const id = token[codeClaim];
      if (!claims.success || typeof id !== 'string' || !isIdentityCode(id)) return refuse({ kind: 'token-invalid' });
      const { acr = '', name = '', on_behalf_of: onBehalfOf } = claims.data;
      const assurance = strongAcr[acr];
      return assurance ? ok({ id, name, assurance, onBehalfOf }) : refuse({ kind: 'weakly-identified' });
    },
  };
}
