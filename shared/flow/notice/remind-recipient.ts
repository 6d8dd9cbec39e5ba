import { mailboxStatus } from '#shared/domain/consent/gate';
import { type Decision, restsOnConsent } from '#shared/domain/message/decision';
import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type DeliveryId, type RecipientId, messageIdOf } from '#shared/domain/message/ids';
import { openBy } from '#shared/domain/service-of-document/open-by';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { consentNoticed, makeMarkNoticeAddress } from '#shared/flow/notice/mark-notice-address';
import { type ClaimRefusal, makeNextClaim } from '#shared/flow/delivery/next-claim';
import { readOpened } from '#shared/flow/delivery/read-content';
import { type SendNoticePorts, makeSendNotice } from '#shared/flow/notice/send-notice';
import type { MailPaused } from '#shared/flow/notice/tell-recipient';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { DeliveryLog, VersionConflict } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';

export interface RemindPorts extends SendNoticePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export type RemindRefusal = VersionConflict | ClaimRefusal | MailPaused | { readonly kind: 'delivery-unknown' };

interface Job {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly recipientId: RecipientId;
  /** The claim of a reminder before this one. */
  readonly earlierClaim?: Claim;
}

/**
 * Reminds the recipient of a message that lies unopened, once. Where no notice can go any more, since consent was withdrawn or
 * mail does not reach the address, or the window has ended meanwhile, the reminder lapses: it is a courtesy, and keeps no time.
 *
 * @see domain.md 3.6, 3.7
 */
export function makeRemindRecipient(ports: RemindPorts) {
  const { messages, deliveries, gates, clock, nudger } = ports;
  const nextClaim = makeNextClaim(ports);
  const sendNotice = makeSendNotice(ports);
  const markNoticeAddress = makeMarkNoticeAddress(ports);
  const writeChange = makeWriteChange(ports);

  return async function remindRecipient(id: DeliveryId): Promise<Result<Delivery, RemindRefusal>> {
    const delivery = await deliveries.read(id);
    if (!delivery || !(await messages.read(messageIdOf(id)))) return refuse({ kind: 'delivery-unknown' });
    const job = jobOf(delivery, clock());
    if (!job) return ok(delivery);
    const done = isTooLate(delivery, clock()) ? await lapse(delivery) : await remind(job);
    if (done.ok && done.value.published < done.value.facts.length) await nudger.nudge('publish-events', id);
    return done;
  };

  async function remind(job: Job): Promise<Result<Delivery, RemindRefusal>> {
    const claim = nextClaim(job.earlierClaim);
    if (!claim.ok) return claim.refusal.kind === 'sends-exhausted' ? lapse(job.delivery) : claim;
    const claimed = await writeChange(job.delivery, { claim: { ...claim.value, effect: 'REMINDER' } });
    return claimed.ok ? send({ ...job, delivery: claimed.value }, claim.value) : claimed;
  }

  async function send(job: Job, { attempt }: Claim): Promise<Result<Delivery, VersionConflict | MailPaused>> {
    const { delivery, recipientId, earlierClaim } = job;
    const gate = await gates.read(recipientId);
    if (!gate || (restsOnConsent(job.decision) && mailboxStatus(gate) !== 'ACTIVE')) return lapse(delivery);
    const { content } = await readOpened(ports, delivery);
    const sent = await sendNotice({ ...job, content, gate, attempt, isReminder: true, openBy: openBy(delivery) });
    const consentVersion = consentNoticed(delivery, gate);
    if (sent.ok)
      return writeChange(delivery, {
        facts: [{ type: 'REMINDER_SENT', notice: attempt, consentVersion }],
        claim: null,
      });
    if (sent.refusal.when === 'never') {
      await markNoticeAddress(delivery, consentVersion);
      return lapse(delivery);
    }
    const released = await writeChange(delivery, { claim: earlierClaim ?? null });
    return released.ok ? refuse({ kind: 'mail-paused' }) : released;
  }

  async function lapse(delivery: Delivery): Promise<Result<Delivery, VersionConflict>> {
    return writeChange(delivery, { claim: null, reminderLapsed: true });
  }
}

/** What is to be done now. */
function jobOf(delivery: Delivery, now: Instant): Job | undefined {
  const { facts, claim, recipientId } = delivery;
  const owed = duesOf(delivery).find(({ step }) => step === 'remind-recipient');
  const { decision } = foldFacts(facts);
  if (!owed || !decision || !recipientId) return undefined;
  const earlierClaim = claim?.effect === 'REMINDER' ? claim : undefined;
  if (!earlierClaim && now < owed.at) return undefined;
  return { delivery, decision, recipientId, earlierClaim };
}

/** A date that has passed is not named any more: the letter comes instead. */
function isTooLate(delivery: Delivery, now: Instant): boolean {
  const last = openBy(delivery);
  return last !== undefined && helsinkiDay(now) > last;
}
