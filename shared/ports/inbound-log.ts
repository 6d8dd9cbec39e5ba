import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';

/** Messages from end users to authorities. */
export interface InboundLog {
  /** Puts it once; repeating it is harmless. */
  put(message: InboundMessage): Promise<void>;
  read(id: MessageId): Promise<InboundMessage | undefined>;
  /** What was written from a mailbox, newest first. @param after place of the last one of the page before */
  writtenBy(
    owner: RecipientId,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly InboundMessage[]>;
}

/** Place of a message in the list of its writer's mailbox. */
export function placeOfWritten({ receivedAt, messageId }: Pick<InboundMessage, 'receivedAt' | 'messageId'>): string {
  return `${receivedAt}#${messageId}`;
}
