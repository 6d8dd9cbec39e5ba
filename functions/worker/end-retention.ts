import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, retentionStores } from '#functions/_shell/stores';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { endRetentionConfig } from '#shared/contracts/config/end-retention';
import { deliveryId } from '#shared/domain/message/ids';
import { makeEndRetention } from '#shared/flow/retention/end-retention';

const config = endRetentionConfig.parse(process.env);

const { entries, trash, correspondence } = recipientStores(config);

const endRetention = makeEndRetention({
  ...messageStores(config),
  ...retentionStores(config),
  entries,
  trash,
  correspondence,
  shelf: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  documents: documentStore(config),
  sealer: sealer(config),
  settings: settings(config),
  ids: systemIds,
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'end-retention',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => endRetention(id),
  retryOn: ['version-conflict', 'hold-moved'],
});
