import type { MovableClock } from '#local/clock';
import type { Daily } from '#local/daily';
import type { Doors } from '#local/doors';
import type { Pump } from '#local/pump';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { type Instant, MINUTE, after, later } from '#shared/kernel/time';
import type { WakeEntry, WorkIndex } from '#shared/ports/work-index';

interface TimePorts {
  readonly clock: MovableClock;
  readonly index: WorkIndex;
  readonly pump: Pump;
  readonly doors: Doors;
  /** The seal of the evidence. */
  readonly seal: Daily;
  /** The reports of the transition programme, which are made at their own moments. */
  readonly reports: Daily;
}

export interface TimeMachine {
  /** Works until nothing is queued and nothing is due now; answers with what is due and does not move on, by name. */
  settle(): Promise<readonly string[]>;
  /** Moves time forwards, running each piece of work at its own due moment, in order. */
  moveTo(moment: Instant): Promise<readonly string[]>;
}

/** Sweeps at one moment before it is given up: each gives what is due a lease, so a second one finds nothing. */
const SWEEPS = 20;
/** Leases of the sweep end within this. */
const LEASES_END = 61 * MINUTE;

/** Drives the same sweep and the same workers as the schedule and the queues do, by a clock that is moved by hand. */
export function makeTimeMachine({ clock, index, pump, doors, seal, reports }: TimePorts): TimeMachine {
  return { settle, moveTo };

  async function moveTo(moment: Instant): Promise<readonly string[]> {
    const reportUpTo = eachUpTo({ daily: reports, clock, work });
    for (let next = await work(); next !== undefined && next <= moment; next = await work()) {
      await reportUpTo(next);
      await passNights(next);
      clock.moveTo(later(next, clock.now()));
    }
    await reportUpTo(moment);
    await passNights(moment);
    clock.moveTo(moment);
    await doors.tick('refresh-roadmap');
    await doors.tick('move-hashes');
    await doors.tick('cut-batches');
    await doors.tick('follow-relay');
    return settle();
  }

  /** Nothing else is due until then, so one run catches up on all the days between, each at the last of its moments. */
  async function passNights(moment: Instant): Promise<void> {
    for (let due = seal.lastDue(moment); due !== undefined; due = seal.lastDue(moment)) {
      clock.moveTo(later(due, clock.now()));
      await seal.run(clock.now());
    }
  }

  async function settle(): Promise<readonly string[]> {
    await work();
    return stuck();
  }

  /** @returns when anything is due next */
  async function work(): Promise<Instant | undefined> {
    await pump.drain();
    let next = await index.earliest();
    for (let sweeps = 0; sweeps < SWEEPS && next !== undefined && next <= clock.now(); sweeps += 1) {
      await doors.tick('sweep');
      await pump.drain();
      next = await index.earliest();
    }
    return next;
  }

  /** What owed work at this moment and was given a lease instead of being done. */
  async function stuck(): Promise<string[]> {
    const names: string[] = [];
    for await (const page of index.due(after(clock.now(), LEASES_END))) {
      for (const entry of page) names.push(...(await owedNow(entry)));
    }
    return names;
  }

  async function owedNow(entry: WakeEntry): Promise<string[]> {
    const owing = await index.read(entry);
    if (!owing || owing.tries === 0) return [];
    if (owing.item.type !== 'delivery') return [`${owing.item.type} ${Object.values(owing.item).at(-1)}`];
    const { delivery } = owing.item;
    return duesOf(delivery)
      .filter(({ at }) => at <= clock.now())
      .map(({ step }) => `${step} ${delivery.deliveryId}`);
  }
}

interface Repeated {
  readonly daily: Daily;
  readonly clock: MovableClock;
  readonly work: () => Promise<unknown>;
}

/**
 * Runs a daily schedule at each of its moments up to another. Nobody enters anything while time moves, so the moments before
 * which it has nothing to do are passed over.
 */
function eachUpTo({ daily, clock, work }: Repeated): (moment: Instant) => Promise<void> {
  let idleUntil: Instant | undefined;
  return async (moment) => {
    for (let due = next(moment); due !== undefined; due = next(moment)) {
      clock.moveTo(later(due, clock.now()));
      idleUntil = await daily.run(clock.now());
      await work();
    }
  };

  function next(moment: Instant): Instant | undefined {
    const due = daily.nextDue(clock.now(), moment);
    const wanted = due && later(due, idleUntil ?? due);
    return wanted !== undefined && wanted <= moment ? wanted : undefined;
  }
}
