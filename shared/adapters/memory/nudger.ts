import type { Nudger, StepName } from '#shared/ports/nudger';

export interface Nudge {
  readonly step: StepName;
  readonly id: string;
}

/** Queues in memory, which can be told to lose what is put on them. */
export interface MemoryNudger extends Nudger {
  /** Every nudge there ever was, oldest first, the lost ones among them. */
  readonly all: readonly Nudge[];
  /** Takes everything off the queue of a step. */
  take(step: StepName): string[];
  /** From now on nudges are lost, or are not. What is queued already is lost as well. */
  lose(lossy: boolean): void;
}

export function makeMemoryNudger(): MemoryNudger {
  const all: Nudge[] = [];
  let queued: Nudge[] = [];
  let losing = false;
  return {
    all,
    nudge: async (step, id) => {
      all.push({ step, id });
      if (!losing) queued.push({ step, id });
    },
    take: (step) => {
      const taken = queued.filter((nudge) => nudge.step === step).map(({ id }) => id);
      queued = queued.filter((nudge) => nudge.step !== step);
      return taken;
    },
    lose: (lossy) => {
      losing = lossy;
      if (lossy) queued = [];
    },
  };
}
