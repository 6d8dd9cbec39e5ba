import { emailBounced } from '#shared/domain/consent/change-consent';
import type { RecipientId } from '#shared/domain/message/ids';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';

interface MarkPorts {
  readonly gates: Gates;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Marks the address a notice went to as one that mail does not reach, unless the person has given another meanwhile.
 *
 * @see domain.md 3.6, notice failure
 */
export function makeMarkAddress({ gates, ids, clock }: MarkPorts) {
  const changeGate = makeChangeGate(gates);

  return async function markAddress(id: RecipientId, consentVersion: number): Promise<void> {
    for (;;) {
      const gate = await gates.read(id);
      if (!gate?.emailUsable || gate.consent.version !== consentVersion) return;
      const after = emailBounced(gate, { at: clock(), attempt: ids.attempt() });
      if ((await changeGate(gate, after)).ok) return;
    }
  };
}
