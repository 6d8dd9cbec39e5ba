import { changeConsent } from '#shared/domain/consent/change-consent';
import type { Gate } from '#shared/domain/consent/gate';
import { mayOptOut } from '#shared/domain/consent/opt-out';
import { owingPublication } from '#shared/domain/consent/published-consent';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Erasure } from '#shared/domain/own-data/erasure';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import type { Clock } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { Erasures } from '#shared/ports/erasures';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';

export interface FinishErasurePorts {
  readonly gates: Gates;
  readonly accessLog: AccessLog;
  readonly erasures: Erasures;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Tries against other changes of the same consent. */
const TRIES = 5;

/**
 * Does what erasures that have been entered say, and leaves each as its tombstone. Doing one twice is doing it once: the call
 * that enters one does it, and where that was cut short the work list does. What a withdrawal owes stands on the gate.
 *
 * @returns the newest of those that were not done yet
 * @see 2016/679 art. 17; docs/adr/033-own-data-is-for-oneself.md
 */
export function makeFinishErasure({ gates, erasures, accessLog, ids, clock }: FinishErasurePorts) {
  const changeGate = makeChangeGate(gates);

  return async function finishErasure(id: RecipientId): Promise<Erasure | undefined> {
    let newest: Erasure | undefined;
    for (const erasure of await erasures.unfinished(id)) newest = await finish(erasure);
    return newest;
  };

  async function finish(erasure: Erasure): Promise<Erasure> {
    const { recipientId, erasureId, at, by = { role: 'SELF' }, withdrawConsent, erased } = erasure;
    await accessLog.enter(recipientId, { entryId: `erasure-${erasureId}`, at, act: 'DATA_ERASED', by });
    if (withdrawConsent) await withdraw({ ...erasure, by });
    const done: Erasure = { erasureId, recipientId, at, state: 'DONE', withdrawConsent, erased };
    await erasures.put(done);
    return done;
  }

  /** The address goes with the consent: a gate without one holds none. A consent given after the wish stands. */
  async function withdraw({
    recipientId,
    at,
    by: actor,
    code,
  }: Required<Pick<Erasure, 'recipientId' | 'at' | 'by'>> & Pick<Erasure, 'code'>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const gate = await gates.read(recipientId);
      if (!gate || !mayOptOut(gate) || isGivenAfter(gate, at)) return;
      const wish = {
        recipientId,
        electronic: false,
        sameEmail: true,
        language: gate.language,
        source: 'SELF',
        actor,
      } as const;
      const after = changeConsent(gate, wish, { at: clock(), attempt: ids.attempt() });
      const changed = await changeGate(gate, code === undefined ? after : owingPublication(gate, after, code));
      if (changed.ok) return;
    }
    throw new Error('a consent changes too often to be withdrawn');
  }
}

function isGivenAfter({ consent }: Gate, at: Erasure['at']): boolean {
  return ['GIVE', 'UPDATE_EMAIL'].includes(consent.action) && consent.at > at;
}
