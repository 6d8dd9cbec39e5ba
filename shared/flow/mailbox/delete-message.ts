import { entryState } from '#shared/domain/mailbox/entry';
import { folderOf } from '#shared/domain/mailbox/trash';
import { type Delivery, isHandedOver } from '#shared/domain/message/delivery';
import type { MessageId } from '#shared/domain/message/ids';
import { type FindDeliveryPorts, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';

export interface DeletePorts extends FindDeliveryPorts, EnterLookPorts {}

export interface NoSuchMessage {
  readonly kind: 'message-unknown';
}

export interface ReceiptBeforeDeletion {
  /** Whoever deleted it unread could not be told from one that it never reached. */
  readonly kind: 'receipt-before-deletion';
}

const UNKNOWN = refuse({ kind: 'message-unknown' });

/**
 * Moves a message to the deleted ones and takes it back. Only its owner's view changes: the facts of the delivery, its
 * timers and what its sender sees go on as they were. Doing either again adds nothing; done on behalf of
 * another it is entered in that party's log first.
 *
 * @see REQ-073; domain.md 3.10 (mailbox)
 */
export function makeDeleteMessage(ports: DeletePorts) {
  const { trash, clock } = ports;
  const enterLook = makeEnterLook(ports);
  const findDelivery = makeFindDelivery(ports);

  async function deleteMessage(
    acting: Acting,
    id: MessageId,
  ): Promise<Result<undefined, NoSuchMessage | ReceiptBeforeDeletion>> {
    const { recipientId } = acting;
    const found = await findDelivery(acting, id);
    if (!found || recipientId === undefined) return UNKNOWN;
    if (awaitsReceipt(found.delivery)) return refuse({ kind: 'receipt-before-deletion' });
    const isDeleted = folderOf(await trash.read(recipientId, id), clock()) === 'DELETED';
    if (isDeleted) return ok(undefined);
    await enterLook(acting, 'MESSAGE_DELETED', id);
    await trash.put(recipientId, { messageId: id, deletedAt: clock() });
    return ok(undefined);
  }

  async function restoreMessage(acting: Acting, id: MessageId): Promise<Result<undefined, NoSuchMessage>> {
    const { recipientId } = acting;
    const found = await findDelivery(acting, id);
    if (!found || recipientId === undefined) return UNKNOWN;
    if (!(await trash.read(recipientId, id))) return ok(undefined);
    await enterLook(acting, 'MESSAGE_RESTORED', id);
    await trash.put(recipientId, { messageId: id });
    return ok(undefined);
  }

  return { deleteMessage, restoreMessage };
}

/** With the letter handed over the receipt has nothing left to do. */
function awaitsReceipt(delivery: Delivery): boolean {
  return entryState(delivery.kind, delivery.facts) === 'AWAITING_RECEIPT' && !isHandedOver(delivery);
}
