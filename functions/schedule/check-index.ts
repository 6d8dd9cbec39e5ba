import { dynamo } from '#functions/_shell/clients';
import { log, metric } from '#functions/_shell/log';
import { makeDynamoInventories } from '#shared/adapters/dynamodb/inventories';
import { systemClock } from '#shared/adapters/system/clock';
import { checkIndexConfig } from '#shared/contracts/config/check-index';
import { makeCheckIndex } from '#shared/flow/delivery/check-index';

const config = checkIndexConfig.parse(process.env);

const checkIndex = makeCheckIndex({
  inventories: makeDynamoInventories({
    client: dynamo(),
    tableName: config.MESSAGES_TABLE,
    wakeShards: config.WAKE_SHARDS,
  }),
  clock: systemClock,
});

export const handler = async (): Promise<void> => {
  const entered = await checkIndex();
  metric('WorkMissingFromIndex', entered, 'Count');
  if (entered > 0) log({ level: 'error', event: 'missing-from-index', step: 'check-index', count: entered });
};
