import { type Due, TRIES_BEFORE_STUCK, duesOf, leaseAfter, wakeFor } from '#shared/domain/service-of-document/timers';
import { outageTask } from '#shared/flow/delivery/release-hold';
import { type Clock, DAY, type Instant, after, earlier, elapsed } from '#shared/kernel/time';
import type { Nudger, StepName } from '#shared/ports/nudger';
import type { OwingItem, WakeEntry, WorkIndex } from '#shared/ports/work-index';

export interface SweepPorts {
  readonly index: WorkIndex;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export interface SweepReport {
  /** Entries that were due. */
  readonly due: number;
  /** Items no step has moved on in ten looks: an operator's. */
  readonly stuck: number;
  /** How long the most overdue entry has waited, in milliseconds. */
  readonly oldestMs: number;
}

/** Entries worked on at the same time. */
const AT_ONCE = 25;

/**
 * Walks the wake index from its beginning to now, gives each entry a lease and nudges the step it waits for. This one walk
 * is the retry of a lost queue message, the clock of every timer and the sensor of what is late.
 *
 * @see architecture, section 2 (derived timers)
 */
export function makeSweep({ index, nudger, clock }: SweepPorts) {
  return async function sweep(): Promise<SweepReport> {
    const now = clock();
    const report = { due: 0, stuck: 0, oldestMs: 0 };
    for await (const page of index.due(now)) {
      for (let start = 0; start < page.length; start += AT_ONCE) {
        const some = page.slice(start, start + AT_ONCE);
        const stuck = await Promise.all(some.map((entry) => wake(entry, now)));
        report.due += some.length;
        report.stuck += stuck.filter(Boolean).length;
        report.oldestMs = Math.max(report.oldestMs, ...some.map(({ wakeAt }) => elapsed(wakeAt, now)));
      }
    }
    return report;
  };

  /** @returns whether the item is stuck */
  async function wake(entry: WakeEntry, now: Instant): Promise<boolean> {
    const owing = await index.read(entry);
    if (!owing) return false;
    const dues = owedBy(owing.item, entry.wakeAt);
    const steps = dues.filter(({ at }) => at <= now);
    if (steps.length === 0) {
      await index.move(entry, { wakeAt: wakeFor(dues, undefined), tries: 0 });
      return false;
    }
    const tries = owing.tries + 1;
    const ahead = dues.map(({ at }) => at).filter((at) => at > now);
    const leased = await index.move(entry, { wakeAt: [after(now, leaseFor(tries)), ...ahead].reduce(earlier), tries });
    if (leased) await Promise.all(steps.map(({ step, id }) => nudger.nudge(step, id)));
    return tries >= TRIES_BEFORE_STUCK;
  }
}

/** 1, 2, 4 … 60 minutes; a stuck item is looked at once a day. */
function leaseFor(tries: number): number {
  return tries >= TRIES_BEFORE_STUCK ? DAY : leaseAfter(tries - 1);
}

/** A gate does not tell which of them it owes: the other finds nothing to do. */
export const RECIPIENT_STEPS = ['tell-consent', 'follow-withdrawal'] as const;

interface OwedStep {
  readonly step: StepName;
  readonly id: string;
  readonly at: Instant;
}

/** A delivery tells by its facts what it owes and when; anything else owes one step from the moment it is entered for. */
function owedBy(item: OwingItem, entered: Instant): readonly OwedStep[] {
  switch (item.type) {
    case 'message':
      return [{ step: 'route-message', id: String(item.messageId), at: entered }];
    case 'recipient':
      return RECIPIENT_STEPS.map((step) => ({ step, id: item.recipientId, at: entered }));
    case 'attachment':
      return [{ step: 'expire-attachment', id: item.attachmentId, at: entered }];
    case 'own-data':
      return [{ step: 'tend-own-data', id: item.recipientId, at: entered }];
    case 'outage':
      return [{ step: 'release-hold', id: outageTask(item.outageId), at: entered }];
    case 'delivery':
      return duesOf(item.delivery).map(({ step, at }: Due) => ({ step, at, id: item.delivery.deliveryId }));
  }
}
