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
import { routeMessageConfig } from '#shared/contracts/config/route-message';
import { messageId } from '#shared/domain/message/ids';
import { makeRouteMessage } from '#shared/flow/route-message';

const config = routeMessageConfig.parse(process.env);
const seals = sealer(config);

const routeMessage = makeRouteMessage({
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
  step: 'route-message',
  body: z.strictObject({ id: z.string() }),
  work: async ({ id }) => routeMessage(messageId.parse(Number(id))),
  retryOn: [],
});
