import { type Gate, type OwedNotice, noticesOwedBy } from '#shared/domain/consent/gate';
import { codeIn, consentNoticeTag } from '#shared/domain/consent/owed-name';
import type { Claim } from '#shared/domain/message/claim';
import type { RecipientId } from '#shared/domain/message/ids';
import { writeNotice } from '#shared/domain/notice/notice';
import { emailCode } from '#shared/flow/consent/email-code';
import { type ClaimRefusal, makeNextClaim } from '#shared/flow/delivery/next-claim';
import { type PublishConsentPorts, makePublishConsents } from '#shared/flow/consent/publish-consents';
import { emailContext } from '#shared/flow/notice/notice-context';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Clock, elapsed } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { NoticeMailer } from '#shared/ports/notice-mailer';
import type { Sealer } from '#shared/ports/sealer';

export interface TellConsentPorts extends PublishConsentPorts {
  readonly mailer: NoticeMailer;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly noticeLink: string;
}

export type TellRefusal = ClaimRefusal | { readonly kind: 'mail-paused' };

/**
 * Tells what changes of consent owe: authorities by the feed, then the person by e-mail to the own address, and on a
 * withdrawal to the one held before it. An e-mail that can't go keeps no other back.
 *
 * @see REQ-040
 */
export function makeTellConsent(ports: TellConsentPorts) {
  const { gates, mailer, sealer, noticeLink } = ports;
  const nextClaim = makeNextClaim(ports);
  const publishConsents = makePublishConsents(ports);

  /** None where another address has been given since, or this one was verified. */
  async function codeFor({ recipientId, verification }: Gate, name: string): Promise<string | undefined> {
    const asked = codeIn(name);
    return asked?.of === verification?.of ? asked && emailCode(sealer, recipientId, asked) : undefined;
  }

  return async function tellConsent(id: RecipientId): Promise<Result<undefined, TellRefusal>> {
    const gate = await gates.read(id);
    if (!gate) return ok(undefined);
    await gates.register(id, gate.consent);
    await publishConsents(id);
    const faults: unknown[] = [];
    let outcome: Result<undefined, TellRefusal> = ok(undefined);
    for (const owed of oldestFirst(gate)) {
      try {
        const told = await tell(gate, owed);
        outcome = told.ok ? outcome : told;
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'a notice about a consent may not have been sent');
    return outcome;
  };

  async function tell(gate: Gate, owed: Owed): Promise<Result<undefined, TellRefusal>> {
    const claim = nextClaim(owed.notice.claim);
    if (!claim.ok) return claim;
    const claimed = await gates.claimOwed(gate.recipientId, owed, claim.value);
    if (!claimed.ok) return ok(undefined);
    const sent = await send(gate, owed, claim.value);
    if (!sent.ok && sent.refusal.when === 'later') {
      await gates.releaseOwed(gate.recipientId, owed, claim.value);
      return refuse({ kind: 'mail-paused' });
    }
    await gates.dropOwed(gate.recipientId, owed.name);
    return ok(undefined);
  }

  async function send(gate: Gate, { name, notice: { kind, to, language } }: Owed, { attempt }: Claim) {
    const notice = writeNotice({ kind, language, link: noticeLink, code: await codeFor(gate, name) });
    const about = consentNoticeTag(gate.recipientId, name);
    return mailer.send({ to: await sealer.openText(emailContext(gate), to), notice, attempt, about });
  }
}

interface Owed {
  readonly name: string;
  readonly notice: OwedNotice;
}

function oldestFirst(gate: Gate): Owed[] {
  return noticesOwedBy(gate).toSorted((a, b) => elapsed(b.notice.at, a.notice.at));
}
