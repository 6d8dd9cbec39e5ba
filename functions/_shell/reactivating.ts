import type { Authenticate } from '#functions/_shell/http-door';
import { type ReactivatePorts, makeReactivateMailbox } from '#shared/flow/consent/reactivate-mailbox';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** A caller whose mailbox is back in use once an opt-out has ended: being identified is enough (domain.md 3.2). */
export function reactivating(caller: Authenticate<Acting>, ports: ReactivatePorts): Authenticate<Acting> {
  const reactivate = makeReactivateMailbox(ports);
  return async (request) => {
    const acting = await caller(request);
    if (acting.ok) await reactivate(acting.value);
    return acting;
  };
}
