import * as z from 'zod/mini';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { releaseHoldConfig } from '#shared/contracts/config/release-hold';
import { deliveryId } from '#shared/domain/message/ids';
import { type ReleaseRefusal, makeReleaseHold, outageOfTask } from '#shared/flow/delivery/release-hold';
import type { Result } from '#shared/kernel/result';

const config = releaseHoldConfig.parse(process.env);

const { releaseHold, releaseOutage } = makeReleaseHold(decidingPorts(config));

export const handler = queueWorker({
  step: 'release-hold',
  body: z.strictObject({ id: z.string() }),
  work: async ({ id }): Promise<Result<unknown, ReleaseRefusal>> => {
    const outageId = outageOfTask(id);
    return outageId === undefined ? releaseHold(deliveryId.parse(id)) : releaseOutage(outageId);
  },
  retryOn: ['version-conflict'],
});
