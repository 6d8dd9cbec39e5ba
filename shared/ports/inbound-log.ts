import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { MessageId } from '#shared/domain/message/ids';

/** Messages from end users to authorities. */
export interface InboundLog {
  /** Puts it once; repeating it is harmless. */
  put(message: InboundMessage): Promise<void>;
  /** Puts it unless its id is taken; answers with what stands under the id. */
  claim(message: InboundMessage): Promise<InboundMessage>;
  read(id: MessageId): Promise<InboundMessage | undefined>;
}
