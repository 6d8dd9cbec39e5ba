import { RETURN_REASONS, returnReasonOf } from '#shared/domain/delivery-postal/return-reasons';
import { addressSource } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type AuthorityTask, type DeliveryFact, lastOf } from '#shared/domain/message/facts';
import type { DeliveryId, LetterId } from '#shared/domain/message/ids';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { type ServiceDue, assumedPostedOn, serviceDues } from '#shared/domain/service-of-document/service-dues';
import { serviceToRecord } from '#shared/domain/service-of-document/service-to-record';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { type Ended, type FallbackPorts, makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';

export interface SettlePorts extends FallbackPorts {
  readonly nudger: Nudger;
  /** Hears what an authority has been told it must look at, for figures. */
  readonly onTask?: (task: AuthorityTask) => void;
}

export type SettleRefusal = VersionConflict | { readonly kind: 'delivery-unknown' };

/** Far more matters than can be due of one delivery at one moment. */
const MOST_MATTERS = 10;

/**
 * Does what the service of a document asks for at this moment, one write for each matter: the letter after a window that ended
 * or a letter that came back, the day of posting that nobody told, what the authority must be told, and that the document
 * counts as served.
 *
 * @see domain.md 3.5 (A6, A7), 3.6; 13/2003 § 18
 */
export function makeSettleService(ports: SettlePorts) {
  const { deliveries, clock, nudger } = ports;
  const writeChange = makeWriteChange(ports);
  const { goOnPaper } = makeDecideAgain(ports);

  return async function settleService(id: DeliveryId): Promise<Result<Delivery, SettleRefusal>> {
    let delivery = await deliveries.read(id);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    for (let matters = 0; matters < MOST_MATTERS; matters += 1) {
      const due = dueNow(delivery, clock());
      if (!due) break;
      const settled: Result<Delivery, VersionConflict> = await settle(delivery, due);
      if (!settled.ok) return settled;
      delivery = settled.value;
    }
    const next = nextStep(delivery, clock());
    if (next) await nudger.nudge(next, id);
    return ok(delivery);
  };

  async function settle(delivery: Delivery, { matter }: ServiceDue): Promise<Result<Delivery, VersionConflict>> {
    switch (matter) {
      case 'WINDOW_EXPIRED':
        return goOnPaper(delivery, { paperBecause: matter });
      case 'RETURNED':
        return goOnPaper(delivery, afterReturn(delivery));
      case 'POSTED_ASSUMED':
        return writeChange(delivery, { facts: [postedAssumed(delivery)] });
      case 'SERVED':
        return writeChange(delivery, { facts: served(delivery) });
      case 'REMINDER':
        throw new Error('a reminder is no matter of this step');
      default:
        return notify(delivery, matter);
    }
  }

  async function notify(delivery: Delivery, task: AuthorityTask): Promise<Result<Delivery, VersionConflict>> {
    const told = await writeChange(delivery, { facts: [{ type: 'AUTHORITY_NOTIFIED', task }] });
    if (told.ok) ports.onTask?.(task);
    return told;
  }
}

function dueNow(delivery: Delivery, now: Instant): ServiceDue | undefined {
  return serviceDues(delivery, foldFacts(delivery.facts)).find(
    ({ step, at }) => step === 'settle-service' && at <= now,
  );
}

/**
 * A7: the next source is tried once; a letter that has come back a second time leaves no address to try, nor does one that
 * came back for what no address can help.
 */
function afterReturn({ facts }: Delivery): Ended {
  const { decision, letterId } = foldFacts(facts);
  const source = decision?.facts.addressSource;
  const isNoUse = decision?.reason === 'RETURNED' || facts.some((fact) => isBeyondAddress(fact, letterId));
  const returnedFrom = isNoUse ? addressSource.options : source && [source];
  return { paperBecause: 'RETURNED', returnedFrom };
}

function isBeyondAddress(fact: DeliveryFact, letter: LetterId | undefined): boolean {
  if (fact.type !== 'RETURNED' && fact.type !== 'ADDRESS_UNRESOLVED') return false;
  return fact.letterId === letter && RETURN_REASONS[returnReasonOf(fact.reason)].then === 'AUTHORITY';
}

function served(delivery: Delivery): NewFact[] {
  const service = serviceToRecord(delivery);
  return service ? [service.fact] : [];
}

function postedAssumed({ facts, terms }: Delivery): NewFact {
  const handed = lastOf(facts, 'HANDED_TO_POSTAL');
  if (!handed) throw new Error('a letter that was never handed over has no day of posting');
  const postedOn = assumedPostedOn(handed, terms?.assumePostedAfter ?? 0);
  return { type: 'POSTED_ASSUMED', letterId: handed.letterId, postedOn };
}
