import { dynamo } from '#functions/_shell/clients';
import { tenantStore } from '#functions/_shell/stores';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { makeDynamoTrafficCounts } from '#shared/adapters/dynamodb/traffic-counts';

interface TrafficConfig {
  readonly TENANTS_TABLE: string;
  readonly FEED_TABLE: string;
  readonly FEED_LANES: number;
  readonly TRAFFIC_TABLE: string;
}

/** What the traffic is counted from, and where to. */
export function countingPorts(config: TrafficConfig) {
  return {
    tenants: tenantStore(config),
    feed: makeDynamoFeedPages({ client: dynamo(), tableName: config.FEED_TABLE }),
    feedLanes: config.FEED_LANES,
    traffic: makeDynamoTrafficCounts({ client: dynamo(), tableName: config.TRAFFIC_TABLE }),
  };
}
