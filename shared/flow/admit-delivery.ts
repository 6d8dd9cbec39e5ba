import { entryName } from '#shared/domain/mailbox/entry';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Gates, MailboxEntries } from '#shared/ports/mailboxes';

export interface AdmitPorts {
  readonly gates: Gates;
  readonly entries: MailboxEntries;
}

/** The delivery and the electronic decision it stands under. */
export interface Admission {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly recipientId: RecipientId;
}

/**
 * Passes the gate: the commit point of an electronic delivery. It commits only while the gate still has the version the
 * decision saw, so a withdrawal is either before it (and the decision is dead) or after it.
 *
 * @returns `committed`: the message is in the mailbox; `dead`: a choice has changed, decide again
 * @see architecture, section 2 (steps 2 and "before deciding again")
 */
export function makeAdmitDelivery({ gates, entries }: AdmitPorts) {
  return async function admitDelivery({ delivery, decision, recipientId }: Admission): Promise<'committed' | 'dead'> {
    const { deliveryId } = delivery;
    const entry = entryName(decision.decidedAt, deliveryId);
    const version = decision.gateVersion ?? 0;
    const admitted = await gates.admit({ recipientId, version }, deliveryId, { at: decision.decidedAt, entry });
    if (admitted.ok) return 'committed';

    const gate = await gates.read(recipientId);
    const there = gate?.arrivals[deliveryId] ?? (await entries.read(recipientId, entry));
    return there ? 'committed' : 'dead';
  };
}
