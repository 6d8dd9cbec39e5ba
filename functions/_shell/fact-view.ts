import type { EventView } from '#shared/contracts/hub/event-view';
import { type DeliveryFact, actorOf } from '#shared/domain/message/facts';

/** A fact as the sender sees it: nothing sealed, no token of the hub's own. @param seq its place in its delivery, from 1 */
export function factView(fact: DeliveryFact, seq: number): EventView {
  const { type, at, ...rest } = fact;
  const detail = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => !UNSHOWN.includes(name) && value !== undefined),
  );
  return { seq, type, at, actor: shownActor(fact), detail: Object.keys(detail).length > 0 ? detail : undefined };
}

/** Sealed, or of no meaning outside. */
const UNSHOWN = ['attempt', 'hash', 'by', 'signer', 'notice', 'consentVersion', 'note', 'grounds'];

function shownActor(fact: DeliveryFact): EventView['actor'] {
  const { role, assurance, mandateId } = actorOf(fact);
  return { role, assurance, mandateId };
}
