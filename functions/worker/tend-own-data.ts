import * as z from 'zod/mini';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, ownDataStores, recipientStores, retentionStores } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { tendOwnDataConfig } from '#shared/contracts/config/tend-own-data';
import { recipientId } from '#shared/domain/message/ids';
import { makeTendOwnData } from '#shared/flow/own-data/tend-own-data';
import { ok } from '#shared/kernel/result';

const config = tendOwnDataConfig.parse(process.env);

const tendOwnData = makeTendOwnData({
  ...messageStores(config),
  ...retentionStores(config),
  ...ownDataStores(config),
  gates: recipientStores(config).gates,
  sealer: sealer(config),
  ids: systemIds,
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'tend-own-data',
  body: z.strictObject({ id: recipientId }),
  work: async ({ id }) => {
    await tendOwnData(id);
    return ok(undefined);
  },
  retryOn: [],
});
