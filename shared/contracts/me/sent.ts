import * as z from 'zod/mini';
import { attachmentId, messageId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';

/** Whom something went to. */
const receivers = z.object({ organisation: z.string(), service: z.string() });

/** A deadline as it ends: days off are passed over, a statutory period ends at 16:15. */
export const deadlineEnd = z
  .object({ lastDay: calendarDate, endsAt: instant, setBy: z.enum(['AUTHORITY', 'STATUTE']) })
  .register(z.globalRegistry, { id: 'DeadlineEnd', description: 'The last day and the last moment of an answer.' });

export const arrivalReceipt = z
  .object({
    arrivedAt: instant,
    /** SENT_IN_OUTAGE: it counts from when it was sent (13/2003 § 10). */
    basis: z.enum(['AVAILABLE', 'SENT_IN_OUTAGE']),
    receivedAt: instant,
    deadline: z.optional(z.object({ ...deadlineEnd.shape, inTime: z.boolean() })),
    /** Where its authority has passed it on to the one it belongs to (13/2003 § 15). */
    transferred: z.optional(z.object({ at: instant, to: receivers, messageId })),
  })
  .register(z.globalRegistry, {
    id: 'ArrivalReceipt',
    description: 'Receipt of a message to an authority (13/2003 § 12). It says nothing of how the matter ends.',
  });

export const sentLine = z
  .object({
    messageId,
    direction: z.literal('SENT'),
    to: receivers,
    title: z.string(),
    receivedAt: instant,
    rootMessageId: messageId,
  })
  .register(z.globalRegistry, { id: 'SentLine' });

export const sentMessage = z
  .object({
    messageId,
    direction: z.literal('SENT'),
    to: receivers,
    title: z.string(),
    body: z.string(),
    receivedAt: instant,
    rootMessageId: messageId,
    attachments: z.array(z.object({ attachmentId, filename: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
    receipt: arrivalReceipt,
  })
  .register(z.globalRegistry, { id: 'SentMessage' });
