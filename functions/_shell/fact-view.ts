import type { EventView } from '#shared/contracts/hub/event-view';
import type { DeliveryFact } from '#shared/domain/message/facts';

/** A fact as the sender sees it: nothing sealed, no token of the hub's own. @param seq its place in its delivery, from 1 */
export function factView(fact: DeliveryFact, seq: number): EventView {
  const { type, at, ...rest } = fact;
  const detail = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => !UNSHOWN.includes(name) && value !== undefined),
  );
  return { seq, type, at, actor: actorOf(fact), detail: Object.keys(detail).length > 0 ? detail : undefined };
}

/** Sealed, or of no meaning outside. */
const UNSHOWN = ['attempt', 'by', 'signer', 'notice', 'consentVersion', 'note', 'grounds'];

function actorOf(fact: DeliveryFact): EventView['actor'] {
  if ('by' in fact) return { role: fact.by.role, assurance: fact.by.assurance, mandateId: fact.by.mandateId };
  if ('eventId' in fact) return { role: 'PROVIDER' };
  return { role: fact.type === 'ACCEPTED' ? 'AUTHORITY' : 'SYSTEM' };
}
