import * as z from 'zod/mini';
import { mailer } from '#functions/_shell/mailer';
import { gatheringNudger } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { remindRecipientConfig } from '#shared/contracts/config/remind-recipient';
import { deliveryId } from '#shared/domain/message/ids';
import { makeRemindRecipient } from '#shared/flow/notice/remind-recipient';

const config = remindRecipientConfig.parse(process.env);

const remindRecipient = makeRemindRecipient({
  ...messageStores(config),
  ...recipientStores(config),
  tenants: tenantStore(config),
  mailer: mailer(config),
  noticeLink: config.NOTICE_LINK,
  sealer: sealer(config),
  ids: systemIds,
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'remind-recipient',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => remindRecipient(id),
  retryOn: ['version-conflict', 'mail-paused'],
});
