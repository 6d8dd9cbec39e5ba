import { dynamo } from '#functions/_shell/clients';
import { log, metric } from '#functions/_shell/log';
import { gatheringNudger } from '#functions/_shell/nudger';
import { makeDynamoWorkIndex } from '#shared/adapters/dynamodb/work-index';
import { systemClock } from '#shared/adapters/system/clock';
import { sweepConfig } from '#shared/contracts/config/sweep';
import { makeSweep } from '#shared/flow/delivery/sweep';

const config = sweepConfig.parse(process.env);

const sweep = makeSweep({
  index: makeDynamoWorkIndex({
    client: dynamo(),
    tableNames: [config.MESSAGES_TABLE, config.RECIPIENTS_TABLE, config.OWN_DATA_TABLE],
    wakeShards: config.WAKE_SHARDS,
  }),
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = async (): Promise<void> => {
  const { due, stuck, oldestMs } = await sweep();
  metric('WorkDue', due, 'Count');
  metric('WorkStuck', stuck, 'Count');
  metric('OldestWork', oldestMs, 'Milliseconds');
  if (stuck > 0) log({ level: 'warn', event: 'stuck', step: 'sweep', count: stuck });
};
