import { entryName } from '#shared/domain/mailbox/entry';
import { sentName } from '#shared/domain/mailbox/sent';
import type { Delivery } from '#shared/domain/message/delivery';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import type { Correspondence } from '#shared/ports/correspondence';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { MailboxEntries } from '#shared/ports/mailboxes';
import type { Trash } from '#shared/ports/trash';

export interface RemoveLinesPorts {
  readonly inbound: InboundLog;
  readonly entries: MailboxEntries;
  readonly trash: Trash;
  readonly correspondence: Correspondence;
}

/**
 * Takes away what a mailbox holds of a delivery whose time is over: its lines among what was received or sent, its turn in a
 * conversation, the mark of its deletion. Which there are follows from the facts; repeating it is harmless.
 */
export function makeRemoveLines({ inbound, entries, trash, correspondence }: RemoveLinesPorts) {
  return async function removeLines({ deliveryId, messageId, recipientId, facts }: Delivery): Promise<void> {
    if (!recipientId) return;
    for (const fact of facts) {
      if (fact.type === 'DECIDED' && fact.decision.channel === 'ELECTRONIC')
        await removeReceived(recipientId, entryName(fact.decision.decidedAt, deliveryId));
      if (fact.type === 'RECEIVED') await removeSent(messageId);
    }
    await trash.remove(recipientId, messageId);
  };

  /** The line goes last: it alone tells of the turn. */
  async function removeReceived(owner: RecipientId, name: string): Promise<void> {
    const entry = await entries.read(owner, name);
    if (!entry) return;
    const { rootMessageId, messageId, receivedAt } = entry;
    if (rootMessageId !== undefined)
      await correspondence.leave({ recipientId: owner, rootMessageId, messageId, at: receivedAt });
    await entries.remove(owner, name);
  }

  async function removeSent(id: MessageId): Promise<void> {
    const sent = await inbound.read(id);
    if (!sent) return;
    const { recipientId, messageId, receivedAt, thread } = sent;
    const rootMessageId = thread?.rootMessageId ?? messageId;
    await correspondence.leave({ recipientId, rootMessageId, messageId, at: receivedAt });
    await correspondence.remove({ recipientId, sent: sentName(receivedAt, messageId) });
  }
}
