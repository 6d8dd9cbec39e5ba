import { legalHoldCalls, retentionCalls } from '#functions/_shell/calls/retention';
import { dynamo } from '#functions/_shell/clients';
import { httpDoor } from '#functions/_shell/http-door';
import { operatorCaller } from '#functions/_shell/operator-caller';
import { rulingCaller } from '#functions/_shell/ruling-caller';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, ownDataStores, retentionStores } from '#functions/_shell/stores';
import { makeDynamoWorkIndex } from '#shared/adapters/dynamodb/work-index';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { retentionConfig } from '#shared/contracts/config/retention';

const config = retentionConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...retentionStores(config),
  ...ownDataStores(config),
  index: makeDynamoWorkIndex({
    client: dynamo(),
    tableNames: [config.MESSAGES_TABLE, config.OWN_DATA_TABLE],
    wakeShards: config.WAKE_SHARDS,
  }),
  sealer: sealer(config),
  settings: settings(config),
  ids: systemIds,
  clock: systemClock,
};

export const handler = httpDoor('retention', [
  ...legalHoldCalls(ports, rulingCaller(config)),
  ...retentionCalls(ports, operatorCaller(config)),
]);
