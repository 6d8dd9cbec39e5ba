import type { Gate } from '#shared/domain/consent/gate';
import { entryName } from '#shared/domain/mailbox/entry';
import { lastOf } from '#shared/domain/message/facts';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { MessageContent } from '#shared/domain/message/message';
import type { Admission } from '#shared/flow/delivery/admit-delivery';
import { type ThreadRootPorts, rootOf } from '#shared/flow/mailbox/thread-root';
import type { Correspondence } from '#shared/ports/correspondence';
import type { Gates, MailboxEntries } from '#shared/ports/mailboxes';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface EnterPorts extends ThreadRootPorts {
  readonly gates: Gates;
  readonly correspondence: Correspondence;
  readonly entries: MailboxEntries;
  readonly sealer: Sealer;
}

/** What the seal of a title on the mailbox list is bound to. */
export function titleContext(id: DeliveryId): string {
  return `entry/${id}`;
}

/**
 * Puts a committed delivery on the list of its mailbox, and only then removes its arrival from the gate: at every moment
 * one of the two shows it. Repeating it is harmless.
 *
 * @returns the gate as it is then: a last look before the recipient is told
 */
export function makeEnterMailbox({ gates, entries, correspondence, inbound, sealer }: EnterPorts) {
  return async function enterMailbox(
    { delivery, decision, recipientId }: Admission,
    { electronic }: MessageContent,
  ): Promise<Gate> {
    const { deliveryId, messageId, tenantId, serviceId, kind } = delivery;
    const receivedAt = lastOf(delivery.facts, 'MAILBOX_STORED')?.at ?? decision.decidedAt;
    const key = tenantMonth(tenantId, receivedAt);
    const title = await sealer.sealText({ key, context: titleContext(deliveryId), text: electronic?.title ?? '' });
    const entry = entryName(decision.decidedAt, deliveryId);
    const rootMessageId = await rootOf(inbound, electronic);
    if (rootMessageId !== undefined) {
      const turn = { recipientId, rootMessageId, messageId, at: receivedAt, direction: 'RECEIVED' } as const;
      await correspondence.join(turn);
    }
    const line = { recipientId, entry, deliveryId, messageId, tenantId, serviceId, kind, receivedAt, rootMessageId };
    await entries.put({ ...line, title });
    return gates.settle(recipientId, deliveryId);
  };
}
