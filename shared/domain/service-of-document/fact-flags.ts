import type { Flag } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf, numbered } from '#shared/domain/message/facts';
import { attemptsOf } from '#shared/domain/service-of-document/attempts';
import { windowFrom } from '#shared/domain/service-of-document/window';

/** Flags that no decision gives: they follow from what happened (domain.md 3.6). */
export function factFlags(delivery: Pick<Delivery, 'kind' | 'terms' | 'facts'>): Flag[] {
  const isEstimated = attemptsOf(numbered(delivery.facts)).at(-1)?.estimated === true;
  return [
    ...(isAfterWindow(delivery) ? ['AFTER_WINDOW' as const] : []),
    ...(isEstimated ? ['ESTIMATED' as const] : []),
  ];
}

function isAfterWindow({ kind, terms, facts }: Pick<Delivery, 'kind' | 'terms' | 'facts'>): boolean {
  const opened = lastOf(facts, 'OPENED');
  const notice = lastOf(facts, 'NOTICE_SENT');
  if (kind === 'ORDINARY' || !opened || !notice) return false;
  return opened.at >= windowFrom(notice.at, terms?.windowRoll).endsAt;
}
