import type { Gate } from '#shared/domain/consent/gate';
import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type DeliveryFact, type FactOf } from '#shared/domain/message/facts';
import type { AttemptToken, DeliveryId } from '#shared/domain/message/ids';
import { SOFT_BOUNCE_RETRIES, nextStep } from '#shared/domain/service-of-document/timers';
import { makeMarkNoticeAddress } from '#shared/flow/notice/mark-notice-address';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';

export interface NoticeEventPorts extends FallbackPorts {
  readonly nudger: Nudger;
}

/** What the mail provider reports of one e-mail, known by the attempt it was tagged with. */
export interface NoticeEvent {
  readonly deliveryId: DeliveryId;
  readonly notice: AttemptToken;
  /** `sent`: the provider has it; `hard`, `soft`: it came back; a complaint counts as `hard`. */
  readonly outcome: 'sent' | 'hard' | 'soft';
}

export type NoticeEventRefusal = VersionConflict | { readonly kind: 'delivery-unknown' };

/**
 * Takes in evidence about a notice. Evidence of a send settles a claim whose answer was lost; a hard bounce makes the
 * address unusable and starts the letter at once, unless the message has been opened. Late and repeated events are
 * harmless.
 *
 * @see domain.md 3.6 (notice failure), 5.3 D-5
 */
export function makeRecordNoticeEvent(ports: NoticeEventPorts) {
  const { deliveries, gates, nudger, clock } = ports;
  const writeChange = makeWriteChange(ports);
  const markNoticeAddress = makeMarkNoticeAddress(ports);
  const { startFallback } = makeDecideAgain(ports);

  return async function recordNoticeEvent(event: NoticeEvent): Promise<Result<Delivery, NoticeEventRefusal>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const delivery = await deliveries.read(event.deliveryId);
      if (!delivery) return refuse({ kind: 'delivery-unknown' });
      const written = await takeIn(delivery, event);
      if (written === 'nothing-to-write') return ok(delivery);
      if (!written.ok) continue;
      const next = nextStep(written.value, clock());
      if (next) await nudger.nudge(next, event.deliveryId);
      if (event.outcome === 'sent') return written;
    }
    return refuse({ kind: 'version-conflict' });
  };

  /** One write at the most: that it was sent comes before that it came back, and the event is then looked at again. */
  async function takeIn(
    delivery: Delivery,
    event: NoticeEvent,
  ): Promise<Result<Delivery, VersionConflict> | 'nothing-to-write'> {
    const sent = sendOf(delivery.facts, event.notice);
    if (sent) return event.outcome === 'sent' ? 'nothing-to-write' : cameBack(delivery, sent, event.outcome);
    const { claim, recipientId } = delivery;
    if (claim?.attempt !== event.notice || !recipientId) return 'nothing-to-write';
    const consentVersion = versionSeen(delivery, claim, await gates.read(recipientId));
    const type = claim.effect === 'REMINDER' ? 'REMINDER_SENT' : 'NOTICE_SENT';
    return writeChange(delivery, { facts: [{ type, notice: event.notice, consentVersion }], claim: null });
  }

  /** The notice itself has arrived where only its reminder comes back: the attempt stands, and the address is dead. */
  async function cameBack(
    delivery: Delivery,
    sent: Sent,
    reported: 'hard' | 'soft',
  ): Promise<Result<Delivery, VersionConflict> | 'nothing-to-write'> {
    if (sent.type === 'NOTICE_SENT') return bounced(delivery, sent, reported);
    if (reported === 'hard') await markNoticeAddress(delivery, sent.consentVersion);
    return 'nothing-to-write';
  }

  async function bounced(
    delivery: Delivery,
    sent: FactOf<'NOTICE_SENT'>,
    reported: 'hard' | 'soft',
  ): Promise<Result<Delivery, VersionConflict> | 'nothing-to-write'> {
    if (hasBounced(delivery.facts, sent.notice)) return 'nothing-to-write';
    const { softBounces, opened, decision } = foldFacts(delivery.facts);
    const bounce = softBounces >= SOFT_BOUNCE_RETRIES.length ? 'hard' : reported;
    const by = { role: 'PROVIDER' as const };
    const fact = { type: 'NOTICE_BOUNCED' as const, by, notice: sent.notice, bounce };
    if (bounce === 'hard') await markNoticeAddress(delivery, sent.consentVersion);
    if (bounce === 'soft' || opened || decision?.channel !== 'ELECTRONIC')
      return writeChange(delivery, { facts: [fact] });
    const fallen = await startFallback({ delivery, because: [fact] });
    return fallen === 'still-electronic' ? 'nothing-to-write' : fallen;
  }
}

/**
 * Which consent held the address a notice went to, of whose send nobody heard. Where the person has chosen anew since the
 * claim, the one before counts: an address that may never have been written to is not marked as dead.
 */
function versionSeen({ facts }: Delivery, { at }: Claim, gate: Gate | undefined): number {
  const chosenSince = gate !== undefined && gate.consent.at > at;
  const known = chosenSince ? undefined : gate?.consent.version;
  return known ?? foldFacts(facts).decision?.facts.consentVersion ?? 0;
}

/** Writers racing for the same delivery: the step that sent the notice is often still at work. */
const TRIES = 8;

function hasBounced(facts: readonly DeliveryFact[], notice: AttemptToken): boolean {
  return facts.some((fact) => fact.type === 'NOTICE_BOUNCED' && fact.notice === notice);
}

type Sent = FactOf<'NOTICE_SENT'> | FactOf<'REMINDER_SENT'>;

function sendOf(facts: readonly DeliveryFact[], notice: AttemptToken): Sent | undefined {
  return facts.find(
    (fact): fact is Sent => (fact.type === 'NOTICE_SENT' || fact.type === 'REMINDER_SENT') && fact.notice === notice,
  );
}
