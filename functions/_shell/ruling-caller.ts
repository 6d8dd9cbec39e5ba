import type { Authenticate } from '#functions/_shell/http-door';
import { operatorCaller } from '#functions/_shell/operator-caller';
import { systemCaller } from '#functions/_shell/system-caller';
import type { Ruler } from '#shared/flow/retention/legal-hold';
import { ok } from '#shared/kernel/result';

/** Who may rule over what ends: an authority by what its systems use, else the operator by key. */
export function rulingCaller(config: Parameters<typeof systemCaller>[0]): Authenticate<Ruler> {
  const systemOf = systemCaller(config);
  const operatorOf = operatorCaller(config);
  return async (request) => {
    const system = await systemOf(request);
    if (system.ok) return ok({ tenantId: system.value.tenantId });
    const operator = await operatorOf(request);
    return operator.ok ? ok({}) : operator;
  };
}
