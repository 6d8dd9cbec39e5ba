import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { mailer } from '#functions/_shell/mailer';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { recipientStores } from '#functions/_shell/stores';
import { makeDynamoConsentFeed } from '#shared/adapters/dynamodb/consent-feed';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { tellConsentConfig } from '#shared/contracts/config/tell-consent';
import { recipientId } from '#shared/domain/message/ids';
import { makeTellConsent } from '#shared/flow/consent/tell-consent';

const config = tellConsentConfig.parse(process.env);

const tellConsent = makeTellConsent({
  gates: recipientStores(config).gates,
  consentFeed: makeDynamoConsentFeed({ client: dynamo(), tableName: config.FEED_TABLE }),
  feedLanes: config.FEED_LANES,
  mailer: mailer(config),
  noticeLink: config.NOTICE_LINK,
  sealer: sealer(config),
  ids: systemIds,
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'tell-consent',
  body: z.strictObject({ id: recipientId }),
  work: async ({ id }) => tellConsent(id),
  retryOn: ['mail-paused'],
});
