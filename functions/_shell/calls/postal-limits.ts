import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Operator } from '#functions/_shell/operator-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  approveLetters,
  approveOwnLetters,
  listPostalLimits,
  putPostalLimit,
  showOwnPostalLimit,
  showPostalLimit,
} from '#shared/contracts/hub/postal-limits';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type PostalLimitPorts, makePostalLimits } from '#shared/flow/delivery-postal/postal-limits';

/** The operator limits the letters of an authority, and lets more go. */
export function postalLimitCalls(ports: PostalLimitPorts, caller: Authenticate<Operator>): Bound[] {
  const limits = makePostalLimits(ports);
  return [
    bind(putPostalLimit, caller, async ({ params, body, request }) => {
      const tenantId = await limits.find(params.tenantId);
      if (tenantId === undefined) return problemAnswer(request, 'not-found');
      return { status: 200, json: await limits.set(tenantId, body) };
    }),
    bind(showPostalLimit, caller, async ({ params, request }) => {
      const tenantId = await limits.find(params.tenantId);
      if (tenantId === undefined) return problemAnswer(request, 'not-found');
      return { status: 200, json: await limits.show(tenantId) };
    }),
    bind(listPostalLimits, caller, async () => ({ status: 200, json: { limits: await limits.all() } })),
    bind(approveLetters, caller, async ({ params, body, request }, { name }) => {
      const tenantId = await limits.find(params.tenantId);
      if (tenantId === undefined) return problemAnswer(request, 'not-found');
      return answerOf(request, await limits.approve(tenantId, { ...body, credential: name }));
    }),
  ];
}

/** An authority sees its limit; whoever may send does not let more go. */
export function ownLimitCalls(ports: PostalLimitPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const limits = makePostalLimits(ports);
  return [
    bind(showOwnPostalLimit, caller, async (_, { tenantId }) => ({ status: 200, json: await limits.show(tenantId) })),
    bind(approveOwnLetters, caller, async ({ body, request }, { tenantId, systemId, services }) => {
      if (services.length > 0)
        return problemAnswer(request, 'role-missing', { detail: 'a system that sends for a service can not approve' });
      return answerOf(request, await limits.approve(tenantId, { ...body, credential: systemId }));
    }),
  ];
}

function answerOf(
  request: HttpRequest,
  approved: Awaited<ReturnType<ReturnType<typeof makePostalLimits>['approve']>>,
): Answer {
  if (approved.ok) return { status: 200, json: approved.value };
  if (approved.refusal.kind === 'nothing-limited')
    return problemAnswer(request, 'conflict', { detail: 'nothing is limited' });
  const fields = [{ field: 'day', rule: 'must be from today to 31 days ahead, in Helsinki' }];
  return problemAnswer(request, 'body-invalid', { fields });
}
