import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Operator } from '#functions/_shell/operator-caller';
import { putPostalGate, showPostalGate } from '#shared/contracts/hub/postal-gate';
import type { Clock } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';

interface PostalGatePorts {
  readonly postalGates: Pick<PostalGates, 'read' | 'set'>;
  readonly clock: Clock;
}

/** The operator's switch for all letters. */
export function postalGateCalls({ postalGates, clock }: PostalGatePorts, caller: Authenticate<Operator>): Bound[] {
  return [
    bind(putPostalGate, caller, async ({ body }) => {
      const gate = { ...body, changedAt: clock() };
      await postalGates.set(gate);
      return { status: 200, json: gate };
    }),
    bind(showPostalGate, caller, async () => ({ status: 200, json: await postalGates.read() })),
  ];
}
