import type { AttachmentId, AttemptToken, MessageId, RecipientId } from '#shared/domain/message/ids';

/** Chance, behind a port. */
export interface Ids {
  attempt(): AttemptToken;
  recipient(): RecipientId;
  attachment(): AttachmentId;
  /** For a message that has no external id to derive one from. */
  message(): MessageId;
  /**
   * True when the process that made the token is known to be gone, so that nobody can still be at work under it. One
   * machine knows that after a restart; a deployed hub never does.
   */
  isAbandoned(token: AttemptToken): boolean;
}
