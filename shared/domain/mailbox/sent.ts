import * as z from 'zod/mini';
import { messageId, recipientId, serviceId, tenantId } from '#shared/domain/message/ids';
import { type Instant, instant } from '#shared/kernel/time';

/** A line of what somebody has sent to authorities. It never changes. */
export const sentLine = z.object({
  recipientId,
  /** Place in the list. */
  sent: z.string(),
  messageId,
  tenantId,
  serviceId,
  receivedAt: instant,
  /** The message that began the conversation: itself, where nothing came before it. */
  rootMessageId: messageId,
  /** Sealed. */
  title: z.string(),
});
export type SentLine = z.infer<typeof sentLine>;

/** One message of a conversation, as its person knows it. What began it is found by its own id. */
export const turn = z.object({
  recipientId,
  rootMessageId: messageId,
  messageId,
  at: instant,
  direction: z.enum(['RECEIVED', 'SENT']),
});
export type Turn = z.infer<typeof turn>;

/** The key of a line among the sent ones, in the order of arrival. */
export function sentName(receivedAt: Instant, id: number): string {
  return `${receivedAt}#${id}`;
}
