import * as z from 'zod/mini';
import { dataChannel } from '#shared/domain/own-data/channel';
import { dueDateOf, extendedDueDateOf } from '#shared/domain/own-data/due-date';
import { actor } from '#shared/domain/message/actor';
import { messageId, recipientId, tenantId } from '#shared/domain/message/ids';
import { type Refused, type Result, ok, refuse } from '#shared/kernel/result';
import { type CalendarDate, type Instant, calendarDate, helsinkiDay, instant } from '#shared/kernel/time';

/** Who asks. */
export const requester = z.object({ id: z.string(), name: z.string() });

/** What a person asked for, and who asks: each is sealed with a key of its own. */
export interface RequestContent {
  readonly what: string;
  readonly requester: z.infer<typeof requester>;
}

/**
 * A request of a person to an authority to see what it holds on them.
 *
 * @see 2016/679 art. 12 and 15; REQ-146…155; domain.md 3.8
 */
export const dataRequest = z.object({
  requestId: z.string(),
  recipientId,
  tenantId,
  /** As the person named it: the authority, or its organisation in the registers of the programme. */
  authorityId: z.string(),
  channel: dataChannel,
  receivedAt: instant,
  dueDate: calendarDate,
  /** How strongly the requester was identified (REQ-150, REQ-153); the name is sealed. */
  assurance: actor.shape.assurance,
  /** What was asked, sealed. */
  content: z.string(),
  /** Who asked, sealed. */
  requester: z.string(),
  /** The message that took it to the authority, by the channel MESSAGES. */
  messageId: z.optional(messageId),
  extension: z.optional(z.object({ at: instant, reason: z.string(), dueDate: calendarDate })),
  answer: z.optional(z.object({ answeredAt: instant, messageId: z.optional(messageId) })),
  /** Counts its changes, from 1. */
  version: z.int(),
});
export type DataRequest = z.infer<typeof dataRequest>;

export type RequestState = 'OPEN' | 'EXTENDED' | 'OVERDUE' | 'ANSWERED';

/** Where a request stands; it is due to the end of its last day in Helsinki. */
export function stateOf(request: DataRequest, now: Instant): RequestState {
  if (request.answer) return 'ANSWERED';
  if (isOverdueOn(request, helsinkiDay(now))) return 'OVERDUE';
  return request.extension ? 'EXTENDED' : 'OPEN';
}

/** Whether it was answered before a moment: from then on nothing of it changes. */
export function isOverBefore({ answer }: DataRequest, moment: Instant): boolean {
  return answer !== undefined && answer.answeredAt < moment;
}

/** Whether its last day, that of an extension where there is one, was before a day, and nobody has answered. */
export function isOverdueOn({ answer, extension, dueDate }: DataRequest, day: CalendarDate): boolean {
  return !answer && day > (extension?.dueDate ?? dueDate);
}

/** A new request: its month runs from the day of receipt. */
export function newRequest(
  asked: Omit<DataRequest, 'dueDate' | 'version' | 'messageId' | 'extension' | 'answer'>,
): DataRequest {
  return { ...asked, dueDate: dueDateOf(asked.receivedAt), version: 1 };
}

/** Why an authority's word on a request is not taken. */
export interface RequestConflict {
  readonly kind: 'request-conflict';
  readonly rule: 'ALREADY_ANSWERED' | 'ALREADY_EXTENDED' | 'FIRST_MONTH_OVER' | 'NOT_IN_TIME';
}

/**
 * Puts on record that it has been answered. The same answer again changes nothing.
 *
 * @param answeredAt not before the request and not in the future
 */
export function answered(
  request: DataRequest,
  answer: NonNullable<DataRequest['answer']>,
  now: Instant,
): Result<DataRequest, RequestConflict> {
  const { answer: given } = request;
  if (given)
    return given.answeredAt === answer.answeredAt && given.messageId === answer.messageId
      ? ok(request)
      : conflict('ALREADY_ANSWERED');
  if (answer.answeredAt < request.receivedAt || answer.answeredAt > now) return conflict('NOT_IN_TIME');
  return ok({ ...request, answer, version: request.version + 1 });
}

/**
 * Gives the authority two months more: once, with a reason, and only while the first month runs.
 *
 * @param reason sealed
 * @see 2016/679 art. 12(3)
 */
export function extended(request: DataRequest, reason: string, now: Instant): Result<DataRequest, RequestConflict> {
  if (request.answer) return conflict('ALREADY_ANSWERED');
  if (request.extension) return conflict('ALREADY_EXTENDED');
  if (helsinkiDay(now) > request.dueDate) return conflict('FIRST_MONTH_OVER');
  const extension = { at: now, reason, dueDate: extendedDueDateOf(request.receivedAt) };
  return ok({ ...request, extension, version: request.version + 1 });
}

function conflict(rule: RequestConflict['rule']): Refused<RequestConflict> {
  return refuse({ kind: 'request-conflict', rule });
}
