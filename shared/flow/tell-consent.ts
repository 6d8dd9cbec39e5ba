import type { Gate, OwedNotice } from '#shared/domain/consent/gate';
import type { Claim } from '#shared/domain/message/delivery';
import type { RecipientId } from '#shared/domain/message/ids';
import { writeNotice } from '#shared/domain/notice/notice';
import { type ClaimRefusal, makeNextClaim } from '#shared/flow/next-claim';
import { emailContext } from '#shared/flow/send-notice';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { NoticeMailer } from '#shared/ports/notice-mailer';
import type { Sealer } from '#shared/ports/sealer';

export interface TellConsentPorts {
  readonly gates: Gates;
  readonly mailer: NoticeMailer;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly noticeLink: string;
}

export type TellRefusal = ClaimRefusal | { readonly kind: 'mail-paused' };

/**
 * Sends what a change of consent owes: to the person's own address, and on a withdrawal to the one held before it.
 *
 * @see REQ-040
 */
export function makeTellConsent(ports: TellConsentPorts) {
  const { gates, mailer, sealer, noticeLink } = ports;
  const nextClaim = makeNextClaim(ports);

  return async function tellConsent(id: RecipientId): Promise<Result<undefined, TellRefusal>> {
    const gate = await gates.read(id);
    if (!gate) return ok(undefined);
    await gates.register(id, gate.consent);
    for (const [name, notice] of Object.entries(gate.owed)) {
      const told = await tell(gate, name, notice);
      if (!told.ok) return told;
    }
    return ok(undefined);
  };

  async function tell(gate: Gate, name: string, notice: OwedNotice): Promise<Result<undefined, TellRefusal>> {
    const claim = nextClaim(notice.claim);
    if (!claim.ok) return claim;
    const claimed = await gates.claimOwed(gate.recipientId, { name, notice }, claim.value);
    if (!claimed.ok) return ok(undefined);
    const sent = await send(gate, notice, claim.value);
    if (!sent.ok && sent.refusal.when === 'later') return refuse({ kind: 'mail-paused' });
    await gates.dropOwed(gate.recipientId, name);
    return ok(undefined);
  }

  async function send(gate: Gate, { kind, to, language }: OwedNotice, { attempt }: Claim) {
    const notice = writeNotice({ kind, language, link: noticeLink });
    return mailer.send({ to: await sealer.openText(emailContext(gate), to), notice, attempt, about: gate.recipientId });
  }
}
