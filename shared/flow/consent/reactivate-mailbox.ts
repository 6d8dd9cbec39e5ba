import { reactivated } from '#shared/domain/consent/opt-out';
import { basisOn } from '#shared/domain/service-of-document/rule-sets';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import { makeOwingNews } from '#shared/flow/consent/owing-news';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { Nudger } from '#shared/ports/nudger';
import type { Sealer } from '#shared/ports/sealer';
import type { ReadSettings } from '#shared/ports/settings';

export interface ReactivatePorts {
  readonly gates: Gates;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
  readonly settings: ReadSettings;
}

/** Tries against other changes of the same gate. */
const TRIES = 5;

/**
 * Puts a mailbox back into use when its holder is identified after an opt-out has ended, and tells them. Under rules that ask
 * for a consent it reads and changes nothing.
 *
 * @see domain.md 3.2 (fi-2026-draft), AC-38
 */
export function makeReactivateMailbox({ gates, sealer, ids, nudger, clock, settings }: ReactivatePorts) {
  const changeGate = makeChangeGate(gates);
  const owingNews = makeOwingNews(sealer);

  return async function reactivateMailbox({ recipientId, owner, onBehalf, actor }: Acting): Promise<void> {
    const isDraft = basisOn(helsinkiDay(clock()), settings().ruleSetId) === 'ACTIVE_MAILBOX';
    if (!isDraft || onBehalf || recipientId === undefined) return;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const gate = await gates.read(recipientId);
      const after = gate && reactivated(gate, actor, { at: clock(), attempt: ids.attempt() });
      if (!after) return;
      const changed = await changeGate(gate, await owingNews(gate, after, owner.id));
      if (!changed.ok) continue;
      await nudger.nudge('tell-consent', recipientId);
      return;
    }
    throw new Error('a gate changes too often to be written to');
  };
}
