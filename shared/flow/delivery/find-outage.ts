import { type Outage, isOpen } from '#shared/domain/channel/outage';
import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import type { Outages } from '#shared/ports/outages';

/** What a sender says of a message that the hub was not there to take. */
export interface SentClaim {
  readonly sentAt: Instant;
  /** Named where the outage has been over for a while. */
  readonly outageId?: string;
}

export interface NoOutage {
  readonly kind: 'no-outage';
  readonly problem: FieldProblem;
}

const REFUSED = refuse({
  kind: 'no-outage',
  problem: { field: 'sentDuring.sentAt', rule: 'lies in the past, in no outage that the hub has declared' },
});

/**
 * The declared outage a message was sent in. Without one the sender's word is no evidence of a time and is not taken.
 *
 * @see 13/2003 § 10, second paragraph (deemed to have arrived when sent, if there is reliable evidence of the time)
 */
export function makeFindOutage({ outages, clock }: { readonly outages: Outages; readonly clock: Clock }) {
  return async function findOutage(
    claim: SentClaim | undefined,
  ): Promise<Result<InboundMessage['sentDuring'], NoOutage>> {
    if (!claim) return ok(undefined);
    const { sentAt, outageId } = claim;
    const declared = outageId === undefined ? await outages.listed() : [await outages.read(outageId)];
    const outage = declared.find((each): each is Outage => each !== undefined && isOpen(each, sentAt));
    return outage && sentAt < clock() ? ok({ sentAt, outageId: outage.outageId }) : REFUSED;
  };
}
