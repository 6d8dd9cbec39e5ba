import type { Authenticate } from '#functions/_shell/http-door';
import { metric } from '#functions/_shell/log';
import { tokenIn } from '#functions/_shell/system-caller';
import { makeOidcOfficials } from '#shared/adapters/credentials/oidc-officials';
import { systemClock } from '#shared/adapters/system/clock';
import type { Desk } from '#shared/flow/service-point/desk';
import type { ServeVisitor } from '#shared/flow/service-point/serve-visitor';
import { ok, refuse } from '#shared/kernel/result';
import type { Official } from '#shared/ports/officials';

interface OfficialConfig {
  readonly OFFICIAL_ISSUER: string;
  readonly OFFICIAL_AUDIENCE: string;
  readonly OFFICIAL_JWKS: string;
  readonly OFFICIAL_STRONG_ACR: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
  readonly OFFICIAL_ROLE_CLAIM: string;
  readonly OFFICIAL_ROLE: string;
  readonly OFFICIAL_ORGANISATION_CLAIM: string;
  readonly OFFICIAL_CODE_CLAIM: string;
}

/** Strongly identified officials of service points. */
export function officialCaller(config: OfficialConfig): Authenticate<Official> {
  const officials = makeOidcOfficials(
    {
      issuer: config.OFFICIAL_ISSUER,
      audience: config.OFFICIAL_AUDIENCE,
      jwks: config.OFFICIAL_JWKS,
      strongAcr: config.OFFICIAL_STRONG_ACR,
      roleClaim: config.OFFICIAL_ROLE_CLAIM,
      role: config.OFFICIAL_ROLE,
      organisationClaim: config.OFFICIAL_ORGANISATION_CLAIM,
      codeClaim: config.OFFICIAL_CODE_CLAIM,
    },
    systemClock,
  );

  return async ({ headers }) => {
    const token = tokenIn(headers['authorization']);
    if (token === undefined) return refuse({ kind: 'unauthorized' });
    const official = await officials.verify(token);
    if (official.ok) return official;
    const { kind } = official.refusal;
    return refuse({ kind: kind === 'token-invalid' ? 'unauthorized' : kind });
  };
}

/** The same, with the visitor they serve: nothing is looked at without a visit. */
export function deskCaller(authenticate: Authenticate<Official>, { resume }: ServeVisitor): Authenticate<Desk> {
  return async (request) => {
    const official = await authenticate(request);
    if (!official.ok) return official;
    const visit = request.headers['x-visit'];
    if (visit === undefined || visit === '') return refuse({ kind: 'visit-required' });
    const desk = await resume(official.value, visit);
    if (desk.ok) return ok(desk.value);
    const { kind } = desk.refusal;
    if (kind === 'looks-used-up') return refuse({ kind: tooMany() });
    return refuse({ kind: kind === 'visit-unknown' ? 'not-found' : kind });
  };
}

/** An official is at the end of a day's looks. Counted without saying who: an alarm rings. */
export function tooMany(): 'too-many' {
  metric('OfficialsAtTheirLimit', 1, 'Count');
  return 'too-many';
}
