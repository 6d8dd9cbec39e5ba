import { sqs } from '#functions/_shell/clients';
import { faultOf, log, metric } from '#functions/_shell/log';
import { makeSqsNudger } from '#shared/adapters/queue/sqs-nudger';
import type { Nudger } from '#shared/ports/nudger';

/** Queues by step; a nudge that is lost is logged and counted, and its work is found by the sweep. */
export function nudger(config: { readonly QUEUES: Readonly<Record<string, string>> }): Nudger {
  return makeSqsNudger({
    client: sqs(),
    urls: config.QUEUES,
    onLost: (step, fault) => {
      log({ level: 'warn', event: 'nudge-lost', step, fault: faultOf(fault) });
      metric('NudgesLost', 1, 'Count');
    },
  });
}
