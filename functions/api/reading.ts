import { consentFeedCalls } from '#functions/_shell/calls/consents';
import { hubCalls } from '#functions/_shell/calls/hub';
import { hubEventCalls } from '#functions/_shell/calls/hub-events';
import { readingCalls } from '#functions/_shell/calls/reading';
import { dynamo } from '#functions/_shell/clients';
import { httpDoor } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, programmeStore, recipientStores, tenantStore } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeDynamoConsentFeed } from '#shared/adapters/dynamodb/consent-feed';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { systemClock } from '#shared/adapters/system/clock';
import { readingConfig } from '#shared/contracts/config/reading';

const config = readingConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...recipientStores(config),
  tenants: tenantStore(config),
  rows: programmeStore(config),
  consentFeed: makeDynamoConsentFeed({ client: dynamo(), tableName: config.FEED_TABLE }),
  feed: makeDynamoFeedPages({ client: dynamo(), tableName: config.FEED_TABLE }),
  postalGates: makeDynamoPostalGates({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  feedLanes: config.FEED_LANES,
  sealer: sealer(config),
  settings: settings(config),
  clock: systemClock,
};
const caller = systemCaller(config);

export const handler = httpDoor('reading', [
  ...readingCalls(ports, caller),
  ...hubCalls(ports, caller),
  ...hubEventCalls(ports, caller),
  ...consentFeedCalls(ports, caller),
]);
