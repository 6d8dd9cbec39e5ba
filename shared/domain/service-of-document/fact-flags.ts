import type { Flag } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { numbered } from '#shared/domain/message/facts';
import { attemptsOf } from '#shared/domain/service-of-document/attempts';

/** Flags that no decision gives: they follow from what happened (domain.md 3.6). */
export function factFlags({ facts }: Pick<Delivery, 'facts'>): Flag[] {
  return attemptsOf(numbered(facts)).at(-1)?.estimated === true ? ['ESTIMATED'] : [];
}
