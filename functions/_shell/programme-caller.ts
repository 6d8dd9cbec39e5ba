import type { Authenticate } from '#functions/_shell/http-door';
import { type KeyConfig, keyCaller } from '#functions/_shell/key-caller';
import { systemCaller } from '#functions/_shell/system-caller';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { ok, refuse } from '#shared/kernel/result';

interface CallerConfig extends KeyConfig {
  readonly SYSTEM_ISSUER: string;
  readonly SYSTEM_JWKS: string;
}

/**
 * Who works with the programme: its own people by a key, an authority by whatever its systems use (hub-api.md section 6).
 *
 * @param strangers whether somebody without any credential is let in as the public
 */
export function programmeCaller(
  config: CallerConfig,
  { strangers }: { readonly strangers: boolean } = { strangers: false },
): Authenticate<ProgrammeRole> {
  const holderOf = keyCaller(config);
  const systemOf = systemCaller(config);
  return async (request) => {
    const { authorization, 'x-api-key': key } = request.headers;
    if (strangers && !authorization && !key) return ok({ role: 'PUBLIC' });
    const holder = await holderOf(request);
    if (holder?.type === 'programme') return ok({ role: holder.role });
    const system = await systemOf(request);
    return system.ok ? ok({ role: 'AUTHORITY', tenantId: system.value.tenantId }) : refuse({ kind: 'unauthorized' });
  };
}
