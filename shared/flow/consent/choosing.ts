import type { RecipientId } from '#shared/domain/message/ids';
import { recordContext } from '#shared/flow/notice/notice-context';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Sealer } from '#shared/ports/sealer';

/**
 * Who makes a choice, for whom: somebody in front of their own mailbox or one they act for, or an official of a service
 * point (actor role OFFICIAL) for a visitor, who then says why.
 *
 * @see 571/2016 § 10 to 11 (service points); REQ-023
 */
export interface Choosing extends Pick<Acting, 'recipientId' | 'owner' | 'actor'> {
  /** Why, in the official's own words. Sealed on the record; the owner reads it. */
  readonly reason?: string;
}

export async function sealedReason(
  sealer: Sealer,
  recipientId: RecipientId,
  { reason }: Choosing,
): Promise<string | undefined> {
  if (reason === undefined) return undefined;
  return sealer.sealText({ key: 'recipients', context: recordContext({ recipientId }), text: reason });
}
