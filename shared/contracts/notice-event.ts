import * as z from 'zod/mini';
import { attemptToken } from '#shared/domain/message/ids';

/**
 * What the queue of notice events holds: ids and words of the mail provider, picked from its event before it is queued, so
 * that no address ever lies in a queue.
 */
export const noticeEventBody = z.strictObject({
  /** Delivery id, or the tag of a notice about a consent. */
  about: z.string(),
  attempt: attemptToken,
  /** Event type of SES: Send, Bounce, Complaint, Reject. */
  type: z.string(),
  /** Bounce type of SES: Permanent, Transient, Undetermined; empty for other events. */
  bounceType: z.string(),
});
export type NoticeEventBody = z.infer<typeof noticeEventBody>;

/** SES event types that are asked for. */
export const NOTICE_EVENT_TYPES = ['Send', 'Bounce', 'Complaint', 'Reject'] as const;

/** What an event of SES means for a notice; `undefined` for one of no meaning here. A complaint counts as a hard bounce. */
export function outcomeOf(type: string, bounceType: string): 'sent' | 'hard' | 'soft' | undefined {
  switch (type) {
    case 'Send':
      return 'sent';
    case 'Bounce':
      return bounceType === 'Permanent' ? 'hard' : 'soft';
    case 'Complaint':
    case 'Reject':
      return 'hard';
    default:
      return undefined;
  }
}
