import { dynamo } from '#functions/_shell/clients';
import { metric } from '#functions/_shell/log';
import { gatheringNudger } from '#functions/_shell/nudger';
import { nationalPost } from '#functions/_shell/relay';
import { sealer } from '#functions/_shell/sealer';
import { messageStores } from '#functions/_shell/stores';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeDynamoRelayMark } from '#shared/adapters/dynamodb/relay-mark';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { followRelayConfig } from '#shared/contracts/config/follow-relay';
import { makeFollowRelay } from '#shared/flow/delivery-postal/follow-relay';

const config = followRelayConfig.parse(process.env);
const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };
const seals = sealer(config);
const relayFeed = nationalPost(config, seals);

const followRelay =
  relayFeed &&
  makeFollowRelay({
    ...messageStores(config),
    relayFeed,
    relayMark: makeDynamoRelayMark(letters),
    shelf: makeDynamoLetterShelf(letters),
    sealer: seals,
    nudger: gatheringNudger(config),
    ids: systemIds,
    clock: systemClock,
  });

/** Nothing where letters are not relayed. */
export const handler = async (): Promise<void> => {
  if (!followRelay) return;
  const { recorded, unknown, refused } = await followRelay();
  metric('RelayEventsRecorded', recorded, 'Count');
  metric('RelayEventsUnknown', unknown, 'Count');
  metric('RelayEventsRefused', refused, 'Count');
};
