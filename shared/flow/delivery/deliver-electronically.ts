import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type DeliveryId, messageIdOf } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { duesOf, nextStep } from '#shared/domain/service-of-document/timers';
import { type Admission, makeAdmitDelivery } from '#shared/flow/delivery/admit-delivery';
import { type ClaimRefusal, makeNextClaim } from '#shared/flow/delivery/next-claim';
import { makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { type MailPaused, type TellPorts, makeTellRecipient } from '#shared/flow/notice/tell-recipient';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';

export interface DeliverPorts extends TellPorts {
  readonly nudger: Nudger;
}

export type DeliverRefusal = VersionConflict | ClaimRefusal | MailPaused | { readonly kind: 'delivery-unknown' };

interface Job extends Admission {
  /** It is in the mailbox already: only the notice is owed. */
  readonly stored: boolean;
}

/**
 * Takes a delivery through the gate into the mailbox and tells the recipient. Every step can be repeated: what is done is
 * read from the facts.
 *
 * @see architecture, section 2 (the gate); REQ-035, REQ-054
 */
export function makeDeliverElectronically(ports: DeliverPorts) {
  const { messages, deliveries, clock, nudger } = ports;
  const admitDelivery = makeAdmitDelivery(ports);
  const nextClaim = makeNextClaim(ports);
  const tellRecipient = makeTellRecipient(ports);
  const writeChange = makeWriteChange(ports);
  const { decideAgain } = makeDecideAgain(ports);

  return async function deliverElectronically(id: DeliveryId): Promise<Result<Delivery, DeliverRefusal>> {
    const [delivery, message] = await Promise.all([deliveries.read(id), messages.read(messageIdOf(id))]);
    if (!delivery || !message) return refuse({ kind: 'delivery-unknown' });
    const done = await stepOn(delivery, message);
    const next = done.ok && nextStep(done.value, clock());
    if (next) await nudger.nudge(next, id);
    return done;
  };

  async function stepOn(delivery: Delivery, message: Message): Promise<Result<Delivery, DeliverRefusal>> {
    const job = jobOf(delivery, clock());
    if (!job) return ok(delivery);
    const noticeClaim = noticeClaimOf(delivery);
    const claim = nextClaim(noticeClaim);
    if (!claim.ok) return claim;
    if (!job.stored && (await admitDelivery(job)) === 'dead') return decideAgain({ delivery });
    const claimed = await writeChange(delivery, {
      facts: job.stored ? [] : [{ type: 'MAILBOX_STORED' }],
      claim: claim.value,
    });
    if (!claimed.ok) return claimed;
    return tellRecipient({ ...job, delivery: claimed.value, message, earlierClaim: noticeClaim }, claim.value);
  }
}

/** A reminder under way is none of this step's. */
function noticeClaimOf({ claim }: Delivery): Claim | undefined {
  return claim?.effect === undefined ? claim : undefined;
}

/** What is to be done now; nothing when it is done, or not due yet. A claim under way is judged by the claim itself. */
function jobOf(delivery: Delivery, now: Instant): Job | undefined {
  const owed = duesOf(delivery).find(({ step }) => step === 'deliver-electronically');
  const { decision, stored } = foldFacts(delivery.facts);
  if (!owed || !decision || !delivery.recipientId) return undefined;
  if (!noticeClaimOf(delivery) && now < owed.at) return undefined;
  return { delivery, decision, recipientId: delivery.recipientId, stored };
}
