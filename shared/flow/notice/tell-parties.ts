import { mandateChanged } from '#shared/domain/consent/mandate-changed';
import type { Mandate } from '#shared/domain/mandate/mandate';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { Nudger } from '#shared/ports/nudger';

export interface TellPartiesPorts {
  readonly gates: Gates;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

/** Tries against other choices of the same person moving the gate at the same time. */
const TRIES = 5;

/**
 * Moves the gates of both parties to a mandate that has just been written: what was decided on the mandates before, for the
 * principal's mailbox or the holder's, can not commit any more. Who was given one, and who gave it, is told by e-mail; who has
 * no gate has no mailbox that anything could land in, and no address.
 */
export function makeTellParties({ gates, ids, nudger, clock }: TellPartiesPorts) {
  return async function tellParties({ principal, holder, mandateId }: Mandate, isNew: boolean): Promise<void> {
    for (const party of [principal, holder]) {
      const told = await moveGate(party, isNew ? mandateId : undefined);
      if (told) await nudger.nudge('tell-consent', party);
    }
  };

  async function moveGate(party: RecipientId, given: string | undefined): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await gates.read(party);
      if (!before) return false;
      const after = mandateChanged(before, { at: clock(), attempt: ids.attempt() }, given);
      const moved = await gates.change(before, after);
      if (moved.ok) return Object.keys(after.owed).length > Object.keys(before.owed).length;
    }
    throw new Error('a gate changes too often to be written to');
  }
}
