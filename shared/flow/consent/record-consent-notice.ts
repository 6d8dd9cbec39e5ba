import type { ConsentNotice } from '#shared/domain/consent/owed-name';
import { makeMarkAddress } from '#shared/flow/notice/mark-address';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';

export interface ConsentNoticePorts {
  readonly gates: Gates;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Takes in evidence about a notice that told of a consent. Once it was sent, or came back for good, it is owed no more; an
 * address in force that it came back from is one that mail does not reach. Late and repeated events are harmless.
 *
 * @see domain.md 3.6 (notice failure); REQ-040
 */
export function makeRecordConsentNotice({ gates, ids, clock }: ConsentNoticePorts) {
  const markAddress = makeMarkAddress({ gates, ids, clock });

  return async function recordConsentNotice(notice: ConsentNotice, outcome: 'sent' | 'hard' | 'soft'): Promise<void> {
    if (outcome === 'soft') return;
    const gate = await gates.read(notice.recipientId);
    const { name } = notice;
    if (gate?.owed[name]) await gates.dropOwed(notice.recipientId, name);
    if (outcome === 'hard' && notice.address === 'new') await markAddress(notice.recipientId, notice.consentVersion);
  };
}
