import * as z from 'zod/mini';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { metric } from '#functions/_shell/log';
import { queueWorker } from '#functions/_shell/queue-worker';
import { settleServiceConfig } from '#shared/contracts/config/settle-service';
import type { AuthorityTask } from '#shared/domain/message/facts';
import { deliveryId } from '#shared/domain/message/ids';
import { makeSettleService } from '#shared/flow/delivery/settle-service';

const config = settleServiceConfig.parse(process.env);

/** Figures of what providers owe; each single letter is its authority's task. */
const FIGURES: Partial<Readonly<Record<AuthorityTask, string>>> = {
  POSTED_ON_MISSING: 'PostedOnMissing',
  RECEIPT_MISSING: 'ReceiptMissing',
};

const settleService = makeSettleService({
  ...decidingPorts(config),
  onTask: (task) => {
    const figure = FIGURES[task];
    if (figure !== undefined) metric(figure, 1, 'Count');
  },
});

export const handler = queueWorker({
  step: 'settle-service',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => settleService(id),
  retryOn: ['version-conflict'],
});
