import { type Gate, mailboxStatus } from '#shared/domain/consent/gate';
import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Admission, AdmitPorts } from '#shared/flow/delivery/admit-delivery';
import type { Message } from '#shared/domain/message/message';
import { type EnterPorts, makeEnterMailbox } from '#shared/flow/delivery/enter-mailbox';
import { consentNoticed, makeMarkNoticeAddress } from '#shared/flow/notice/mark-notice-address';
import { readAddressed } from '#shared/flow/delivery/read-content';
import { windowFrom } from '#shared/domain/service-of-document/window';
import { type SendNoticePorts, makeSendNotice } from '#shared/flow/notice/send-notice';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { CalendarDate } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';

export interface TellPorts extends FallbackPorts, AdmitPorts, SendNoticePorts, EnterPorts {}

/** A delivery that has passed the gate, with its message as read. */
export interface TellJob extends Admission {
  readonly message: Message;
  /** The claim before this one, whose sends count. */
  readonly earlierClaim?: Claim;
}

/** The mail provider can't take it now. */
export interface MailPaused {
  readonly kind: 'mail-paused';
}

/**
 * The message is committed and its notice claimed: puts it on the list, takes a last look at the gate, and sends the
 * notice. Who has withdrawn meanwhile gets no notice but a letter; who has opened it from the list already needs neither.
 */
export function makeTellRecipient(ports: TellPorts) {
  const enterMailbox = makeEnterMailbox(ports);
  const sendNotice = makeSendNotice(ports);
  const markNoticeAddress = makeMarkNoticeAddress(ports);
  const writeChange = makeWriteChange(ports);
  const { startFallback } = makeDecideAgain(ports);

  return async function tellRecipient(
    job: TellJob,
    claim: Claim,
  ): Promise<Result<Delivery, VersionConflict | MailPaused>> {
    const { content } = await readAddressed(ports, job.message, job.delivery);
    const gate = await enterMailbox(job, content);
    if (foldFacts(job.delivery.facts).opened) return writeChange(job.delivery, { claim: null });
    if (mailboxStatus(gate) !== 'ACTIVE') {
      const fallen = await startFallback({ delivery: job.delivery });
      if (fallen !== 'still-electronic') return fallen;
      if (await hasMoved(gate)) return tellRecipient(job, claim);
    }
    const openBy = lastDayToOpen(job.delivery);
    const sent = await sendNotice({ ...job, content, gate, attempt: claim.attempt, openBy });
    if (sent.ok) return noticed(job.delivery, gate, claim);
    if (sent.refusal.when === 'never') return addressRefused(job, gate, claim);
    const released = await writeChange(job.delivery, { claim: job.earlierClaim ?? null });
    return released.ok ? refuse({ kind: 'mail-paused' }) : released;
  };

  function lastDayToOpen({ kind, terms }: Delivery): CalendarDate | undefined {
    return kind === 'VERIFIABLE' ? windowFrom(ports.clock(), terms?.windowRoll).lastDay : undefined;
  }

  /** Chosen anew since the look: what was seen then, such as that there is no address, is no longer so. */
  async function hasMoved({ recipientId, version }: Gate): Promise<boolean> {
    return (await ports.gates.read(recipientId))?.version !== version;
  }

  async function noticed(
    delivery: Delivery,
    gate: Gate,
    { attempt }: Claim,
  ): Promise<Result<Delivery, VersionConflict>> {
    return writeChange(delivery, {
      facts: [{ type: 'NOTICE_SENT', notice: attempt, consentVersion: consentNoticed(delivery, gate) }],
      claim: null,
    });
  }

  /** The mail provider will never take this address: as good as a hard bounce. */
  async function addressRefused(
    { delivery }: Admission,
    gate: Gate,
    { attempt }: Claim,
  ): Promise<Result<Delivery, VersionConflict>> {
    await markNoticeAddress(delivery, gate.consent.version);
    const fallen = await startFallback({
      delivery,
      because: [{ type: 'NOTICE_BOUNCED', by: { role: 'PROVIDER' }, notice: attempt, bounce: 'hard' }],
    });
    return fallen === 'still-electronic' ? ok(delivery) : fallen;
  }
}
