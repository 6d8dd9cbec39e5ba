import { dynamo } from '#functions/_shell/clients';
import { gatheringNudger } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { recordNoticeEventConfig } from '#shared/contracts/config/record-notice-event';
import { noticeEventBody, outcomeOf } from '#shared/contracts/notice-event';
import { deliveryId } from '#shared/domain/message/ids';
import { makeRecordNoticeEvent } from '#shared/flow/record-notice-event';
import { refuse } from '#shared/kernel/result';

const config = recordNoticeEventConfig.parse(process.env);
const seals = sealer(config);

const recordNoticeEvent = makeRecordNoticeEvent({
  ...messageStores(config),
  ...recipientStores(config),
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  sealer: seals,
  settings: settings(config),
  ids: systemIds,
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'record-notice-event',
  body: noticeEventBody,
  work: async ({ about, attempt, type, bounceType }) => {
    const outcome = outcomeOf(type, bounceType);
    const delivery = deliveryId.safeParse(about);
    if (!delivery.success || !outcome) return refuse({ kind: 'not-about-a-delivery' });
    return recordNoticeEvent({ deliveryId: delivery.data, notice: attempt, outcome });
  },
  retryOn: ['version-conflict'],
});
