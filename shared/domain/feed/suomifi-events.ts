import type { FeedEvent } from '#shared/domain/feed/page';
import { isFirst } from '#shared/domain/message/ids';
import type { DeliveryFact, FactType } from '#shared/domain/message/facts';

/** The nine event types of the national API, and no other: one unknown word breaks a client's page for ever. */
export const SUOMIFI_EVENT_TYPES = [
  'Electronic message created',
  'Electronic message read',
  'Receipt confirmed',
  'Electronic message from end user',
  'Paper mail created',
  'Sent for printing and enveloping',
  'Posti: receipt confirmed',
  'Posti: returned to sender',
  'Posti: unresolved',
] as const;
export type SuomifiEventType = (typeof SUOMIFI_EVENT_TYPES)[number];

/** A fact as the national API tells it; `sealedName` still has to be opened for the answer. */
export interface SuomifiEvent {
  readonly type: SuomifiEventType;
  readonly event: FeedEvent;
  readonly sealedName?: string;
  readonly trackingCode?: string;
}

const SAME_FOR_ALL: Partial<Record<FactType, SuomifiEventType>> = {
  MAILBOX_STORED: 'Electronic message created',
  OPENED: 'Electronic message read',
  ACKNOWLEDGED: 'Receipt confirmed',
  RECEIVED: 'Electronic message from end user',
  HANDED_TO_POSTAL: 'Sent for printing and enveloping',
};

const OF_VERIFIABLE_PAPER: Partial<Record<FactType, SuomifiEventType>> = {
  RECEIPT_SIGNED: 'Posti: receipt confirmed',
  RETURNED: 'Posti: returned to sender',
  ADDRESS_UNRESOLVED: 'Posti: unresolved',
};

/**
 * What the national API would have said of a fact, if anything: events of the postal service exist there for verifiable
 * paper only, and a message has one recipient, of whom the first delivery tells (docs/adr/027).
 *
 * @see suomifi-messages-notes.md section 5 and section 9, rule 8
 */
export function suomifiEventOf(event: FeedEvent): SuomifiEvent | undefined {
  const { fact } = event;
  if (!isFirst(event.deliveryId)) return undefined;
  const type = SAME_FOR_ALL[fact.type] ?? paperEvent(fact);
  return type && { type, event, ...detailOf(fact) };
}

function paperEvent(fact: DeliveryFact): SuomifiEventType | undefined {
  if (fact.type === 'DECIDED') return fact.decision.channel.startsWith('LETTER') ? 'Paper mail created' : undefined;
  const verifiable = 'class' in fact && fact.class === 'LETTER_ADVICE_OF_RECEIPT';
  return verifiable ? OF_VERIFIABLE_PAPER[fact.type] : undefined;
}

function detailOf(fact: DeliveryFact): Pick<SuomifiEvent, 'sealedName' | 'trackingCode'> {
  if (fact.type === 'ACKNOWLEDGED') return { sealedName: fact.by.name };
  if (fact.type === 'RECEIPT_SIGNED')
    return { sealedName: fact.signer, trackingCode: fact.trackingCode ?? fact.letterId };
  if (fact.type === 'RETURNED' || fact.type === 'ADDRESS_UNRESOLVED')
    return { trackingCode: fact.trackingCode ?? fact.letterId };
  return {};
}
