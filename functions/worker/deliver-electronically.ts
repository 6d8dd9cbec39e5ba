import * as z from 'zod/mini';
import { mailer } from '#functions/_shell/mailer';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { deliverElectronicallyConfig } from '#shared/contracts/config/deliver-electronically';
import { deliveryId } from '#shared/domain/message/ids';
import { makeDeliverElectronically } from '#shared/flow/delivery/deliver-electronically';

const config = deliverElectronicallyConfig.parse(process.env);

const deliverElectronically = makeDeliverElectronically({
  ...decidingPorts(config),
  mailer: mailer(config),
  noticeLink: config.NOTICE_LINK,
});

export const handler = queueWorker({
  step: 'deliver-electronically',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => deliverElectronically(id),
  retryOn: ['version-conflict', 'mail-paused'],
});
