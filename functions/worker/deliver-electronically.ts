import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { mailer } from '#functions/_shell/mailer';
import { gatheringNudger } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { deliverElectronicallyConfig } from '#shared/contracts/config/deliver-electronically';
import { deliveryId } from '#shared/domain/message/ids';
import { makeDeliverElectronically } from '#shared/flow/deliver-electronically';

const config = deliverElectronicallyConfig.parse(process.env);
const seals = sealer(config);

const deliverElectronically = makeDeliverElectronically({
  ...messageStores(config),
  ...recipientStores(config),
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  tenants: tenantStore(config),
  mailer: mailer(config),
  noticeLink: config.NOTICE_LINK,
  sealer: seals,
  settings: settings(config),
  ids: systemIds,
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'deliver-electronically',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => deliverElectronically(id),
  retryOn: ['version-conflict', 'mail-paused'],
});
