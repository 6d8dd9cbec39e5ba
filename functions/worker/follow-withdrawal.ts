import * as z from 'zod/mini';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { followWithdrawalConfig } from '#shared/contracts/config/follow-withdrawal';
import { recipientId } from '#shared/domain/message/ids';
import { makeFollowWithdrawal } from '#shared/flow/delivery/follow-withdrawal';
import { ok } from '#shared/kernel/result';

const config = followWithdrawalConfig.parse(process.env);

const followWithdrawal = makeFollowWithdrawal(decidingPorts(config));

export const handler = queueWorker({
  step: 'follow-withdrawal',
  body: z.strictObject({ id: recipientId }),
  work: async ({ id }) => {
    await followWithdrawal(id);
    return ok(undefined);
  },
  retryOn: [],
});
