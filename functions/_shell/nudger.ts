import { sqs } from '#functions/_shell/clients';
import { faultOf, log, metric } from '#functions/_shell/log';
import { makeSqsNudger } from '#shared/adapters/queue/sqs-nudger';
import type { Nudger } from '#shared/ports/nudger';

interface QueueConfig {
  readonly QUEUES: Readonly<Record<string, string>>;
}

/** Milliseconds a worker gathers nudges and late reads in: its records finish one after another, and one call carries all. */
export const GATHER = 20;

/** For doors: sends at once. A nudge that is lost is logged and counted, and its work is found by the sweep. */
export function nudger(config: QueueConfig): Nudger {
  return open(config, 0);
}

/** For workers: gathers for a moment, in milliseconds. */
export function gatheringNudger(config: QueueConfig, gather = GATHER): Nudger {
  return open(config, gather);
}

function open({ QUEUES }: QueueConfig, gather: number): Nudger {
  return makeSqsNudger({
    client: sqs(),
    urls: QUEUES,
    gather,
    onLost: (step, fault) => {
      log({ level: 'warn', event: 'nudge-lost', step, fault: faultOf(fault) });
      metric('NudgesLost', 1, 'Count');
    },
  });
}
