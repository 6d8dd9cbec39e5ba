import { entryName } from '#shared/domain/mailbox/entry';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { mandateChanged } from '#shared/domain/consent/mandate-changed';
import { isOver } from '#shared/domain/message/addressee';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates, MailboxEntries } from '#shared/ports/mailboxes';

export interface AdmitPorts {
  readonly gates: Gates;
  readonly entries: MailboxEntries;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Tries against choices of the same person moving the gate at the same time. */
const TRIES = 5;

/** The delivery and the electronic decision it stands under. */
export interface Admission {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly recipientId: RecipientId;
}

/**
 * Passes the gate: the commit point of an electronic delivery. It commits only while the gate still has the version the
 * decision saw, so a withdrawal is either before it (and the decision is dead) or after it. The end of a mandate moves the gate
 * of its holder when a delivery comes to pass it: nothing that rests on the mandate commits from then on.
 *
 * @returns `committed`: the message is in the mailbox; `dead`: a choice has changed, decide again
 * @see architecture, section 2 (steps 2 and "before deciding again")
 */
export function makeAdmitDelivery({ gates, entries, ids, clock }: AdmitPorts) {
  return async function admitDelivery({ delivery, decision, recipientId }: Admission): Promise<'committed' | 'dead'> {
    const { deliveryId } = delivery;
    const entry = entryName(decision.decidedAt, deliveryId);
    const version = decision.gateVersion ?? 0;
    if (isOver(delivery.addressee ?? {}, clock())) {
      await shutFor(recipientId, version);
    } else {
      const admitted = await gates.admit({ recipientId, version }, deliveryId, { at: decision.decidedAt, entry });
      if (admitted.ok) return 'committed';
    }

    const gate = await gates.read(recipientId);
    const there = gate?.arrivals[deliveryId] ?? (await entries.read(recipientId, entry));
    return there ? 'committed' : 'dead';
  };

  /** Whoever passed a moment before has committed; nobody else can any more by the version the decision saw. */
  async function shutFor(recipientId: RecipientId, version: number): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const gate = await gates.read(recipientId);
      if (gate?.version !== version) return;
      if ((await gates.change(gate, mandateChanged(gate, { at: clock(), attempt: ids.attempt() }))).ok) return;
    }
    throw new Error('a gate changes too often to be written to');
  }
}
