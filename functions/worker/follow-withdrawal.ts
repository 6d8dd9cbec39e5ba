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
import { followWithdrawalConfig } from '#shared/contracts/config/follow-withdrawal';
import { recipientId } from '#shared/domain/message/ids';
import { makeFollowWithdrawal } from '#shared/flow/follow-withdrawal';
import { ok } from '#shared/kernel/result';

const config = followWithdrawalConfig.parse(process.env);
const seals = sealer(config);

const followWithdrawal = makeFollowWithdrawal({
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
  step: 'follow-withdrawal',
  body: z.strictObject({ id: recipientId }),
  work: async ({ id }) => {
    await followWithdrawal(id);
    return ok(undefined);
  },
  retryOn: [],
});
