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
import { releaseHoldConfig } from '#shared/contracts/config/release-hold';
import { deliveryId } from '#shared/domain/message/ids';
import { type ReleaseRefusal, makeReleaseHold, outageOfTask } from '#shared/flow/release-hold';
import type { Result } from '#shared/kernel/result';

const config = releaseHoldConfig.parse(process.env);
const seals = sealer(config);

const { releaseHold, releaseOutage } = makeReleaseHold({
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
  step: 'release-hold',
  body: z.strictObject({ id: z.string() }),
  work: async ({ id }): Promise<Result<unknown, ReleaseRefusal>> => {
    const outageId = outageOfTask(id);
    return outageId === undefined ? releaseHold(deliveryId.parse(id)) : releaseOutage(outageId);
  },
  retryOn: ['version-conflict'],
});
