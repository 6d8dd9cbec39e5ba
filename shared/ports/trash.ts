import type { TrashMark } from '#shared/domain/mailbox/trash';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';

/** What recipients have deleted from their mailboxes, and taken back. All reads are strongly consistent. */
export interface Trash {
  /** The newest mark of a message stands. */
  put(owner: RecipientId, mark: TrashMark): Promise<void>;
  /** Forgets the mark of a message whose time is over; repeating it is harmless. */
  remove(owner: RecipientId, id: MessageId): Promise<void>;
  /** `undefined` for a message that was never deleted. */
  read(owner: RecipientId, id: MessageId): Promise<TrashMark | undefined>;
}
