import * as z from 'zod/mini';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { settleServiceConfig } from '#shared/contracts/config/settle-service';
import { deliveryId } from '#shared/domain/message/ids';
import { makeSettleService } from '#shared/flow/settle-service';

const config = settleServiceConfig.parse(process.env);

const settleService = makeSettleService(decidingPorts(config));

export const handler = queueWorker({
  step: 'settle-service',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => settleService(id),
  retryOn: ['version-conflict'],
});
