import { type Gate, mailboxStatus } from '#shared/domain/consent/gate';
import { entryName } from '#shared/domain/mailbox/entry';
import type { Decision } from '#shared/domain/message/decision';
import type { Claim, Delivery } from '#shared/domain/message/delivery';
import { type Change, changed } from '#shared/domain/message/delivery-change';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { lastOf } from '#shared/domain/message/facts';
import type { DeliveryId, RecipientId } from '#shared/domain/message/ids';
import type { MessageContent } from '#shared/domain/message/message';
import { duesOf } from '#shared/domain/message/timers';
import { type AdmitPorts, makeAdmitDelivery } from '#shared/flow/admit-delivery';
import { makeMarkAddress } from '#shared/flow/mark-address';
import { type ClaimRefusal, makeNextClaim } from '#shared/flow/next-claim';
import { readOpened } from '#shared/flow/read-content';
import { type SendNoticePorts, makeSendNotice } from '#shared/flow/send-notice';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/start-fallback';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';
import { tenantMonth } from '#shared/ports/sealer';

export interface DeliverPorts extends FallbackPorts, AdmitPorts, SendNoticePorts {
  readonly nudger: Nudger;
}

export type DeliverRefusal =
  | VersionConflict
  | ClaimRefusal
  | { readonly kind: 'delivery-unknown' }
  /** The mail provider can't take it now. */
  | { readonly kind: 'mail-paused' };

interface Job {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly recipientId: RecipientId;
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
  const { deliveries, entries, gates, sealer, ids, clock, nudger } = ports;
  const admitDelivery = makeAdmitDelivery(ports);
  const sendNotice = makeSendNotice(ports);
  const nextClaim = makeNextClaim(ports);
  const markAddress = makeMarkAddress(ports);
  const { decideAgain, startFallback } = makeDecideAgain(ports);

  return async function deliverElectronically(id: DeliveryId): Promise<Result<Delivery, DeliverRefusal>> {
    const delivery = await deliveries.read(id);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    const done = await stepOn(delivery);
    if (done.ok)
      await Promise.all(
        duesOf(done.value)
          .slice(0, 1)
          .map(({ step }) => nudger.nudge(step, id)),
      );
    return done;
  };

  async function stepOn(delivery: Delivery): Promise<Result<Delivery, DeliverRefusal>> {
    const job = jobOf(delivery, clock());
    if (!job) return ok(delivery);
    const claim = nextClaim(delivery.claim);
    if (!claim.ok) return claim;
    if (!job.stored && (await admitDelivery(job)) === 'dead') return decideAgain({ delivery });
    const claimed = await write(delivery, {
      facts: job.stored ? [] : [{ type: 'MAILBOX_STORED' }],
      claim: claim.value,
    });
    return claimed.ok ? await tell({ ...job, delivery: claimed.value }, claim.value) : claimed;
  }

  /** The message is committed: puts it on the list, takes a last look at the gate, and tells the recipient. */
  async function tell(job: Job, claim: Claim): Promise<Result<Delivery, DeliverRefusal>> {
    const { content } = await readOpened(ports, job.delivery.messageId);
    const gate = await intoList(job, content);
    if (mailboxStatus(gate) !== 'ACTIVE') {
      const fallen = await startFallback({ delivery: job.delivery });
      if (fallen !== 'still-electronic') return fallen;
    }
    const sent = await sendNotice({ ...job, content, gate, attempt: claim.attempt });
    if (sent.ok) {
      return write(job.delivery, {
        facts: [{ type: 'NOTICE_SENT', notice: claim.attempt, consentVersion: gate.consent.version }],
        claim: null,
      });
    }
    if (sent.refusal.when === 'never') return addressRefused(job, gate, claim);
    const released = await write(job.delivery, { claim: null });
    return released.ok ? refuse({ kind: 'mail-paused' }) : released;
  }

  async function intoList({ delivery, decision, recipientId }: Job, { electronic }: MessageContent): Promise<Gate> {
    const { deliveryId, messageId, tenantId, serviceId, kind } = delivery;
    const receivedAt = lastOf(delivery.facts, 'MAILBOX_STORED')?.at ?? decision.decidedAt;
    const key = tenantMonth(tenantId, receivedAt);
    const title = await sealer.sealText({ key, context: `entry/${deliveryId}`, text: electronic?.title ?? '' });
    const entry = entryName(decision.decidedAt, deliveryId);
    await entries.put({ recipientId, entry, deliveryId, messageId, tenantId, serviceId, kind, receivedAt, title });
    return gates.settle(recipientId, deliveryId);
  }

  /** The mail provider will never take this address: as good as a hard bounce. */
  async function addressRefused(
    { delivery, recipientId }: Job,
    gate: Gate,
    { attempt }: Claim,
  ): Promise<Result<Delivery, DeliverRefusal>> {
    await markAddress(recipientId, gate.consent.version);
    const fallen = await startFallback({
      delivery,
      because: [{ type: 'NOTICE_BOUNCED', notice: attempt, bounce: 'hard' }],
    });
    return fallen === 'still-electronic' ? ok(delivery) : fallen;
  }

  async function write(
    before: Delivery,
    change: Omit<Change, 'attempt' | 'at'>,
  ): Promise<Result<Delivery, VersionConflict>> {
    return deliveries.append(before, changed(before, { ...change, attempt: ids.attempt(), at: clock() }));
  }
}

/** What is to be done now; nothing when it is done, or not due yet. A claim under way is judged by the claim itself. */
function jobOf(delivery: Delivery, now: Instant): Job | undefined {
  const owed = duesOf(delivery).find(({ step }) => step === 'deliver-electronically');
  const { decision, stored } = foldFacts(delivery.facts);
  if (!owed || !decision || !delivery.recipientId) return undefined;
  if (!delivery.claim && now < owed.at) return undefined;
  return { delivery, decision, recipientId: delivery.recipientId, stored };
}
