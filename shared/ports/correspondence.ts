import type { SentLine, Turn } from '#shared/domain/mailbox/sent';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';

/** What people have sent, and which messages belong to one conversation. Nothing in it changes; putting twice is putting once. */
export interface Correspondence {
  enter(line: SentLine): Promise<void>;
  /** Newest first. @param after name of the last line of the page before */
  sent(owner: RecipientId, page: { after?: string; limit: number }): Promise<readonly SentLine[]>;

  join(turn: Turn): Promise<void>;
  /** The turns of a conversation, oldest first, at most `limit`. */
  turns(owner: RecipientId, root: MessageId, limit: number): Promise<readonly Turn[]>;
}
