import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryState } from '#shared/domain/message/delivery-state';
import {
  type AuthorityTask,
  type DeliveryFact,
  type FactOf,
  type FactType,
  lastOf,
} from '#shared/domain/message/facts';
import { evidenceDue } from '#shared/domain/service-of-document/evidence-wait';
import { POSTED_ON_PATIENCE, RECEIPT_PATIENCE } from '#shared/domain/service-of-document/receipt-patience';
import { serviceToRecord } from '#shared/domain/service-of-document/service-to-record';
import { reminderAt, windowFrom } from '#shared/domain/service-of-document/window';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { workingDaysAfter } from '#shared/kernel/working-day';
import { type CalendarDate, type Instant, after, elapsed, helsinkiDay, later } from '#shared/kernel/time';

/** What the service of a document asks to be done at a moment of its own. */
export type Matter = 'REMINDER' | 'WINDOW_EXPIRED' | 'RETURNED' | 'POSTED_ASSUMED' | 'SERVED' | AuthorityTask;

export interface ServiceDue {
  readonly step: 'remind-recipient' | 'settle-service';
  readonly at: Instant;
  readonly matter: Matter;
}

/**
 * What the law and the sender still ask of a delivery that is on its way: the reminder, the end of the window, the letter that
 * came back, what the authority must be told, and that the document counts as served. Each is done once; an official's closing
 * or finding ends what is pending.
 *
 * @see domain.md 3.5 (A6, A7), 3.6
 */
export function serviceDues(delivery: Delivery, state: DeliveryState): readonly ServiceDue[] {
  const { facts } = delivery;
  const late = lastOf(facts, 'OPENED_LATE');
  const told = late ? authorityTold(facts, 'OPENED_LATE', late.at) : [];
  const isSettled = facts.some(settles) || delivery.keeping?.contentEndedAt !== undefined;
  return [...(isSettled ? [] : pendingOf(delivery, state)), ...told, ...servedDue(delivery)];
}

const SETTLES: readonly FactType[] = ['MANUAL_CLOSED', 'REBUTTED', 'RECALLED'];

/** Nothing is pending after it: an official has spoken, or the advice of receipt of any of its letters has been signed. */
function settles(fact: DeliveryFact): boolean {
  const isServedByHand = fact.type === 'RECEIPT_SIGNED' && fact.class === 'LETTER_ADVICE_OF_RECEIPT';
  return isServedByHand || SETTLES.includes(fact.type);
}

function servedDue(delivery: Delivery): readonly ServiceDue[] {
  const service = serviceToRecord(delivery);
  return service ? [settle('SERVED', service.at)] : [];
}

function pendingOf(delivery: Delivery, state: DeliveryState): readonly ServiceDue[] {
  switch (state.decision?.channel) {
    case 'ELECTRONIC':
      return unopenedDues(delivery, state);
    case 'LETTER':
    case 'LETTER_ADVICE_OF_RECEIPT':
      return letterDues(delivery, state);
    case 'MANUAL':
    case 'UNDELIVERABLE':
      return authorityTold(state.current, state.decision.channel, state.decision.decidedAt);
    default:
      return [];
  }
}

/**
 * Opening or acknowledging stops both; so does a notice that came back. An acknowledgement alone serves nothing by 13/2003
 * § 18, so the authority is told when the window ends.
 */
function unopenedDues(delivery: Delivery, state: DeliveryState): readonly ServiceDue[] {
  const notice = lastOf(state.current, 'NOTICE_SENT');
  if (!notice || !state.stored || !state.noticed || state.opened) return [];
  const { fallbackAt } = windowFrom(notice.at, delivery.terms?.windowRoll);
  if (state.acknowledged) return authorityTold(state.current, 'ACKNOWLEDGED_UNOPENED', fallbackAt);
  return [...windowDue(delivery, notice), ...reminderDue(delivery, notice)];
}

function windowDue({ kind, terms }: Delivery, notice: FactOf<'NOTICE_SENT'>): readonly ServiceDue[] {
  if (kind === 'ORDINARY') return [];
  return [settle('WINDOW_EXPIRED', windowFrom(notice.at, terms?.windowRoll).fallbackAt)];
}

function reminderDue(
  { kind, terms, facts, claim, reminderLapsed }: Delivery,
  notice: FactOf<'NOTICE_SENT'>,
): readonly ServiceDue[] {
  if (terms?.noReminders === true || reminderLapsed === true || lastOf(facts, 'REMINDER_SENT')) return [];
  const at = reminderAt(notice.at, kind);
  return [{ step: 'remind-recipient', matter: 'REMINDER', at: later(at, evidenceDue(claim, 'REMINDER') ?? at) }];
}

function letterDues({ facts, terms }: Delivery, { current }: DeliveryState): readonly ServiceDue[] {
  const handed = lastOf(current, 'HANDED_TO_POSTAL');
  if (!handed) return [];
  const told = facts.filter((fact) => 'letterId' in fact && fact.letterId === handed.letterId);
  const isSigned = told.some(({ type }) => type === 'RECEIPT_SIGNED');
  const back = told.find(({ type }) => !isSigned && (type === 'RETURNED' || type === 'ADDRESS_UNRESOLVED'));
  if (back) return [settle('RETURNED', back.at)];
  if (handed.class === 'LETTER_ADVICE_OF_RECEIPT')
    return authorityTold(current, 'RECEIPT_MISSING', receiptMissingAt(dayOut(handed, lastOf(told, 'POSTED')), terms));
  return hasItsDay(told, terms) ? [] : postedOnDues({ current, handed, terms });
}

/** An authority is served on the day of arrival, whenever the letter was posted (434/2003 § 59). */
function hasItsDay(told: readonly DeliveryFact[], terms: Delivery['terms']): boolean {
  return told.some(
    ({ type }) =>
      type === 'POSTED' || type === 'POSTED_ASSUMED' || (type === 'ARRIVED' && terms?.recipientKind === 'AUTHORITY'),
  );
}

interface Handed {
  readonly current: readonly DeliveryFact[];
  readonly handed: FactOf<'HANDED_TO_POSTAL'>;
  readonly terms: Delivery['terms'];
}

function postedOnDues({ current, handed, terms }: Handed): readonly ServiceDue[] {
  const days = terms?.assumePostedAfter;
  return days === undefined
    ? authorityTold(
        current,
        'POSTED_ON_MISSING',
        workingDaysOn(handed.at, terms?.postedOnPatience ?? POSTED_ON_PATIENCE),
      )
    : [settle('POSTED_ASSUMED', workingDaysOn(handed.at, days))];
}

/** The day a letter is taken to have been posted on, where the provider tells none. @param days working days */
export function assumedPostedOn({ at }: FactOf<'HANDED_TO_POSTAL'>, days: number): CalendarDate {
  return workingDaysAfter(helsinkiDay(at), days);
}

/** The day a letter was posted, or handed over where nobody told. */
function dayOut(handed: FactOf<'HANDED_TO_POSTAL'>, posted: FactOf<'POSTED'> | undefined): CalendarDate {
  return posted?.postedOn ?? helsinkiDay(handed.at);
}

function receiptMissingAt(out: CalendarDate, terms: Delivery['terms']): Instant {
  return momentOn(addDays(out, terms?.receiptPatience ?? RECEIPT_PATIENCE), '06:00');
}

/** The same time of day, working days later. */
function workingDaysOn(moment: Instant, count: number): Instant {
  const day = helsinkiDay(moment);
  return after(momentOn(workingDaysAfter(day, count)), elapsed(momentOn(day), moment));
}

/** What the authority has not been told yet. @param since facts among which it would stand */
function authorityTold(since: readonly DeliveryFact[], task: AuthorityTask, at: Instant): readonly ServiceDue[] {
  const isTold = since.some((fact) => fact.type === 'AUTHORITY_NOTIFIED' && fact.task === task);
  return isTold ? [] : [settle(task, at)];
}

function settle(matter: Matter, at: Instant): ServiceDue {
  return { step: 'settle-service', matter, at };
}
