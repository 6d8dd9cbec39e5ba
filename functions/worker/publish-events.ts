import * as z from 'zod/mini';
import { batchWorker } from '#functions/_shell/batch-worker';
import { dynamo } from '#functions/_shell/clients';
import { messageStores } from '#functions/_shell/stores';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { systemClock } from '#shared/adapters/system/clock';
import { publishEventsConfig } from '#shared/contracts/config/publish-events';
import { deliveryId } from '#shared/domain/message/ids';
import { makePublishEvents } from '#shared/flow/feed/publish-events';

const config = publishEventsConfig.parse(process.env);

const publishEvents = makePublishEvents({
  deliveries: messageStores(config).deliveries,
  feed: makeDynamoFeedPages({ client: dynamo(), tableName: config.FEED_TABLE }),
  feedLanes: config.FEED_LANES,
  sealer: { fingerprint },
  clock: systemClock,
});

export const handler = batchWorker({
  step: 'publish-events',
  body: z.strictObject({ id: deliveryId }),
  work: async (bodies) => publishEvents(bodies.map(({ id }) => id)),
});
