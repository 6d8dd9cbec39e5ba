import { type TrustedIssuer, makeTokenReader } from '#shared/adapters/credentials/jwt';
import { systemId } from '#shared/domain/message/ids';
import { ok, refuse } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { TokenVerifier } from '#shared/ports/system-credentials';

/**
 * Access tokens of authorities' systems as Cognito makes them: `token_use` is `access` and `username` names the system.
 * The hub's own issuer makes the same.
 */
export function makeSystemTokenVerifier(trusted: TrustedIssuer, clock: Clock): TokenVerifier {
  const readToken = makeTokenReader(trusted, clock);
  return {
    verify: async (token) => {
      const claims = await readToken(token);
      const system = systemId.safeParse(claims?.['username']);
      return claims?.['token_use'] === 'access' && system.success ? ok(system.data) : refuse({ kind: 'token-invalid' });
    },
  };
}
