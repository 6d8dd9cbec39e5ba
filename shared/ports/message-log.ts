import type { MessageId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import type { Result } from '#shared/kernel/result';

export interface SlotTaken {
  readonly kind: 'slot-taken';
  /** Who has it, as far as telling one's own from another's needs. */
  readonly holder: Pick<Message, 'messageId' | 'externalIdDigest' | 'bodyDigest' | 'attempt'>;
}

/** Accepted messages. One put is the acceptance. */
export interface MessageLog {
  /**
   * Puts the message if its id is free, durably before it answers. A retry of the same attempt is a success.
   * Refused with `slot-taken` when the id is another write's.
   */
  put(message: Message): Promise<Result<Message, SlotTaken>>;

  /** Strongly consistent. */
  read(id: MessageId): Promise<Message | undefined>;

  /** Takes the message out of the wake index: its deliveries have their own entries. Repeating it is harmless. */
  markRouted(id: MessageId): Promise<void>;
}
