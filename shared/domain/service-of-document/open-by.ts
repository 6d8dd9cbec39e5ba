import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import { windowFrom } from '#shared/domain/service-of-document/window';
import type { CalendarDate } from '#shared/kernel/time';

/**
 * The last day on which opening a verifiable message avoids a letter.
 *
 * @returns nothing for an ordinary message, before its notice, and once it is opened, acknowledged or on paper
 * @see domain.md 3.7 ("must be opened by DATE, otherwise it comes by post"); hub-api.md section 3
 */
export function openBy({ kind, facts, terms }: Delivery): CalendarDate | undefined {
  const notice = lastOf(facts, 'NOTICE_SENT');
  if (kind === 'ORDINARY' || !notice || facts.some(({ type }) => CLOSED.includes(type))) return undefined;
  return windowFrom(notice.at, terms?.windowRoll).lastDay;
}

const CLOSED: readonly string[] = ['OPENED', 'ACKNOWLEDGED', 'OPENED_LATE', 'HANDED_TO_POSTAL'];
