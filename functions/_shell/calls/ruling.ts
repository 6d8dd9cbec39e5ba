import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { HttpRequest } from '#functions/_shell/http';
import type { Operator } from '#functions/_shell/operator-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import { putException, showException } from '#shared/contracts/hub/exceptions';
import { putOutage, showOutage } from '#shared/contracts/hub/outages';
import { chosenId } from '#shared/domain/channel/duty-exception';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type OutagePorts, makeDeclareOutage } from '#shared/flow/delivery/declare-outage';
import { type ExceptionPorts, makeGrantException } from '#shared/flow/delivery/grant-exception';

/** What an authority rules for one business. */
export function exceptionCalls(ports: ExceptionPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const { grant, granted } = makeGrantException(ports);
  return [
    bind(putException, caller, async ({ params: { id }, body, request }, { tenantId }) => {
      if (!chosenId.safeParse(id).success) return idRefused(request);
      const isNew = await grant(tenantId, id, body);
      return { status: isNew ? 201 : 200, json: { exceptionId: id, ...body } };
    }),
    bind(showException, caller, async ({ params: { id }, request }, { tenantId }) => {
      const found = await granted(tenantId, id);
      return found.ok
        ? { status: 200, json: { exceptionId: id, ...found.value } }
        : problemAnswer(request, 'not-found');
    }),
  ];
}

/** What the operator declares for all. */
export function outageCalls(ports: OutagePorts, caller: Authenticate<Operator>): Bound[] {
  const declare = makeDeclareOutage(ports);
  return [
    bind(putOutage, caller, async ({ params: { id }, body, request }) => {
      if (!chosenId.safeParse(id).success) return idRefused(request);
      const { outage, isNew } = await declare({ outageId: id, ...body });
      return { status: isNew ? 201 : 200, json: outage };
    }),
    bind(showOutage, caller, async ({ params: { id }, request }) => {
      const outage = await ports.outages.read(id);
      return outage ? { status: 200, json: outage } : problemAnswer(request, 'not-found');
    }),
  ];
}

/** The value is not repeated: it may be somebody's code. */
function idRefused(request: HttpRequest) {
  const rule = 'must be 1 to 64 letters, digits, dots, dashes or underscores, and no personal identity code';
  return problemAnswer(request, 'body-invalid', { fields: [{ field: 'id', rule }] });
}
