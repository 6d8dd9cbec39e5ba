import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Keeping } from '#shared/domain/message/keeping';
import {
  type Kept,
  LOOK_AGAIN,
  type Verdict,
  contentVerdict,
  lookAgainAt,
  proofUntil,
  proofVerdict,
} from '#shared/domain/retention/verdict';
import { duesOf, endedAt } from '#shared/domain/service-of-document/timers';
import type { EndingRefusal } from '#shared/flow/retention/begin-ending';
import { type EndContentPorts, makeEndContent } from '#shared/flow/retention/end-content';
import { makeEndProof } from '#shared/flow/retention/end-proof';
import { type Subject, makeEndingSubject } from '#shared/flow/retention/ending-subject';
import { type WritePorts, makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Instant, after } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Settings } from '#shared/ports/settings';

export interface RetentionPorts extends EndContentPorts, WritePorts {
  readonly sealer: EndContentPorts['sealer'];
  readonly settings: () => Pick<Settings, 'keeping'>;
}

export type RetentionRefusal = VersionConflict | EndingRefusal | { readonly kind: 'delivery-unknown' };

/** A delivery whose message is looked at as a whole. */
interface Look {
  readonly delivery: Delivery;
  readonly deliveries: readonly Delivery[];
  readonly subject: Subject;
}

/**
 * Ends what is due of a delivery: the content of its message, later its proof. Everything is asked anew at this moment: whether
 * every delivery of the message has ended, whether its time is over by the operator's periods, whether a legal hold lies on it.
 * What is not to end is put off, by one write. Running it twice, or after it died anywhere, is harmless.
 *
 * @see domain.md 3.6 (retention); 571/2016 § 13, § 20
 */
export function makeEndRetention(ports: RetentionPorts) {
  const { deliveries, clock, settings } = ports;
  const { subjectOf } = makeEndingSubject(ports);
  const endContent = makeEndContent(ports);
  const endProof = makeEndProof(ports);
  const writeChange = makeWriteChange(ports);

  return async function endRetention(id: DeliveryId): Promise<Result<Delivery, RetentionRefusal>> {
    const delivery = await deliveries.read(id);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    if (!isDue(delivery, clock())) return ok(delivery);
    const subject = await subjectOf(delivery.messageId);
    if (!subject) throw new Error('a delivery without its message');
    const look = { delivery, deliveries: await deliveries.ofMessage(delivery.messageId), subject };
    return delivery.keeping?.contentEndedAt ? proofOf(look) : contentOf(look);
  };

  async function contentOf(look: Look): Promise<Result<Delivery, RetentionRefusal>> {
    const { subject, delivery, deliveries: all } = look;
    const verdict = contentVerdict(all.map(keptOf), { periods: settings().keeping, now: clock() });
    if (verdict.says !== 'END' && !subject.erased) return putOff(delivery, lookAt(verdict));
    const ended = await endContent(subject, all);
    return ended.ok ? mark(look, ended.value.at) : putOffIfHeld(delivery, ended.refusal);
  }

  async function proofOf({ subject, delivery, deliveries: all }: Look): Promise<Result<Delivery, RetentionRefusal>> {
    const question = { periods: settings().keeping, now: clock() };
    const verdicts = all.filter(({ keeping }) => !keeping?.proof).map((each) => proofVerdict(keptOf(each), question));
    const kept = verdicts.find(({ says }) => says !== 'END');
    if (kept && !subject.erased?.proofEndedAt) return putOff(delivery, lookAt(kept));
    const ended = await endProof(subject, all);
    return ended.ok ? ok(delivery) : putOffIfHeld(delivery, ended.refusal);
  }

  /** Every delivery of the message notes it, and when its proof will end. */
  async function mark({ deliveries: all }: Look, contentEndedAt: Instant): Promise<Result<Delivery, RetentionRefusal>> {
    const marks = await Promise.all(all.map(async (each) => writeKeeping(each, markOf(each, contentEndedAt))));
    return marks.find((each) => !each.ok) ?? marks[0] ?? refuse({ kind: 'delivery-unknown' });
  }

  function markOf(delivery: Delivery, contentEndedAt: Instant): Keeping {
    const kept = keptOf(delivery);
    const until = kept.endedAt && proofUntil({ ...kept, endedAt: kept.endedAt }, settings().keeping);
    return { contentEndedAt, proofUntil: until };
  }

  async function putOffIfHeld(
    delivery: Delivery,
    refusal: RetentionRefusal,
  ): Promise<Result<Delivery, RetentionRefusal>> {
    return refusal.kind === 'held' ? putOff(delivery, after(clock(), LOOK_AGAIN)) : refuse(refusal);
  }

  async function putOff(delivery: Delivery, until: Instant): Promise<Result<Delivery, VersionConflict>> {
    return writeKeeping(delivery, { ...delivery.keeping, lookAgainAt: until });
  }

  async function writeKeeping(delivery: Delivery, keeping: Keeping): Promise<Result<Delivery, VersionConflict>> {
    return writeChange(delivery, { keeping });
  }

  function lookAt(verdict: Verdict): Instant {
    return lookAgainAt(verdict, clock());
  }
}

/** Whether retention is to look at a delivery now. */
function isDue(delivery: Delivery, now: Instant): boolean {
  return duesOf(delivery).some(({ step, at }) => step === 'end-retention' && at <= now);
}

/** A delivery as retention sees it. */
export function keptOf(delivery: Delivery): Kept {
  const { facts } = delivery;
  const last = facts.filter(({ type }) => type !== 'ARCHIVED').at(-1);
  if (!last) throw new Error('a delivery without facts has nothing to keep');
  return { endedAt: endedAt(delivery), lastEventAt: last.at, isArchived: lastOf(facts, 'ARCHIVED') !== undefined };
}
