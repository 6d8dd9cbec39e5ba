import { type EntryState, type MailboxEntry, entryState } from '#shared/domain/mailbox/entry';
import { type Folder, type TrashMark, folderOf } from '#shared/domain/mailbox/trash';
import type { Delivery } from '#shared/domain/message/delivery';
import { type RecipientId, deliveryId } from '#shared/domain/message/ids';
import { titleContext } from '#shared/flow/delivery/enter-mailbox';
import { findAddressed } from '#shared/flow/delivery/read-content';
import type { Clock, Instant } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';
import type { Trash } from '#shared/ports/trash';

export interface LinePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly trash: Trash;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** A message in a mailbox, before its owner's doings are looked at. */
export type Placed = Pick<
  MailboxEntry,
  'recipientId' | 'deliveryId' | 'messageId' | 'tenantId' | 'serviceId' | 'kind' | 'receivedAt' | 'rootMessageId'
> & {
  readonly openTitle: () => Promise<string>;
};

/** How a message stands now. */
export interface Standing {
  readonly folder: Folder;
  readonly mark?: TrashMark;
  readonly state: EntryState;
  readonly delivery?: Delivery;
}

/** What lies in a mailbox, and how it stands there: every list and every count of one is made of these. */
export function makeMailboxLines({ messages, deliveries, gates, trash, sealer, clock }: LinePorts) {
  /** What has passed the gate and is not on the list yet. */
  async function arrivalsOf(recipient: RecipientId): Promise<Placed[]> {
    const arrivals = (await gates.read(recipient))?.arrivals ?? {};
    const placed = await Promise.all(Object.entries(arrivals).map(async ([id, { at }]) => arriving(recipient, id, at)));
    return placed.flat();
  }

  async function arriving(recipientId: RecipientId, id: string, receivedAt: Instant): Promise<Placed[]> {
    const delivery = await deliveries.read(deliveryId.parse(id));
    const message = delivery && (await messages.read(delivery.messageId));
    if (!delivery || !message) return [];
    const addressed = await findAddressed({ sealer }, message, delivery);
    if (!addressed) return [];
    const openTitle = async () => addressed.content.electronic?.title ?? '';
    return [{ ...delivery, recipientId, receivedAt, openTitle }];
  }

  function placed(entry: MailboxEntry): Placed {
    return { ...entry, openTitle: async () => sealer.openText(titleContext(entry.deliveryId), entry.title) };
  }

  async function standingOf({ recipientId, deliveryId: id, messageId, kind }: Placed): Promise<Standing> {
    const [delivery, mark] = await Promise.all([deliveries.read(id), trash.read(recipientId, messageId)]);
    return { folder: folderOf(mark, clock()), mark, state: entryState(kind, delivery?.facts ?? []), delivery };
  }

  return { arrivalsOf, placed, standingOf };
}
