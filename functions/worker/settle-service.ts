import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { gatheringNudger } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { settleServiceConfig } from '#shared/contracts/config/settle-service';
import { deliveryId } from '#shared/domain/message/ids';
import { makeSettleService } from '#shared/flow/settle-service';

const config = settleServiceConfig.parse(process.env);
const seals = sealer(config);

const settleService = makeSettleService({
  ...messageStores(config),
  ...recipientStores(config),
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  tenants: tenantStore(config),
  sealer: seals,
  settings: settings(config),
  ids: systemIds,
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'settle-service',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => settleService(id),
  retryOn: ['version-conflict'],
});
