import { laneOfRecipient, nextPublication, publicationName } from '#shared/domain/consent/published-consent';
import type { RecipientId } from '#shared/domain/message/ids';
import type { ConsentFeed } from '#shared/ports/consent-feed';
import type { Gates } from '#shared/ports/mailboxes';

export interface PublishConsentPorts {
  readonly gates: Gates;
  readonly consentFeed: ConsentFeed;
  /** Feeds written side by side; never lowered. */
  readonly feedLanes: number;
}

/** Other publishers may win the number a few times; then the queue brings the work back. */
const TRIES = 20;

/**
 * Puts what a gate owes the feed of consents into it, each change once and in the order of that recipient.
 *
 * In this order, so that nothing is lost or told twice: read the last entry; take it off the list of its gate; only then read
 * what this gate owes; put the next entry if its number is free; on failure start over.
 *
 * @see architecture, section 2 (feed); docs/adr/031
 */
export function makePublishConsents({ gates, consentFeed, feedLanes }: PublishConsentPorts) {
  /** Entries this process has taken off the list itself: lane to number. */
  const settled = new Map<number, number>();

  return async function publishConsents(recipientId: RecipientId): Promise<void> {
    const lane = laneOfRecipient(recipientId, feedLanes);
    for (let tries = 0; tries < TRIES;) {
      const last = await consentFeed.last(lane);
      if (last && settled.get(lane) !== last.number) await settle(last);
      const gate = await gates.read(recipientId);
      const news = gate && nextPublication(gate);
      if (!news) return;
      const { version, electronic, at, id } = news;
      const entry = { lane, number: (last?.number ?? 0) + 1, recipientId, version, electronic, at, id };
      const put = await consentFeed.put(entry);
      if (put.ok) await settle(entry);
      else tries += 1;
    }
    throw new Error('other publishers took every number');
  };

  async function settle(entry: { lane: number; number: number; recipientId: RecipientId; version: number }) {
    await gates.dropOwed(entry.recipientId, publicationName(entry.version));
    settled.set(entry.lane, entry.number);
  }
}
