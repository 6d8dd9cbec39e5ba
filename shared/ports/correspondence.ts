import type { SentLine, Turn } from '#shared/domain/mailbox/sent';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';

/**
 * What people have sent, and which messages belong to one conversation. Nothing in it changes, and it
 * ends with the time of its messages; putting twice is putting once, and so is removing.
 */
export interface Correspondence {
  enter(line: SentLine): Promise<void>;
  /** Newest first. @param after name of the last line of the page before */
  sent(owner: RecipientId, page: { after?: string; limit: number }): Promise<readonly SentLine[]>;
  remove(line: Pick<SentLine, 'recipientId' | 'sent'>): Promise<void>;

  join(turn: Turn): Promise<void>;
  leave(turn: Omit<Turn, 'direction'>): Promise<void>;
  /** The turns of a conversation, oldest first, at most `limit`. */
  turns(owner: RecipientId, root: MessageId, limit: number): Promise<readonly Turn[]>;
}
