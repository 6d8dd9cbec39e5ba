import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { type LetterId, letterId } from '#shared/domain/message/ids';

/** Index `shelf` (shelf, shelvedAt): letters by state, spread over this many shards. */
export const SHELF_INDEX = 'shelf';
export const SHELF_SHARDS = 8;
const SHARDS = Array.from({ length: SHELF_SHARDS }, (_, shard) => shard);

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Name of a shelf of letters by its shard. */
type ShelfName = (shard: number) => string;

interface Page {
  /** Place of the last letter of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What the index says lies on a shelf; it may be a moment late. */
export function makeShelfIndex({ client, tableName }: LettersTable) {
  async function oldest(nameOf: ShelfName, { after, limit }: Page): Promise<LetterId[]> {
    const found = await Promise.all(SHARDS.map(async (shard) => onShard(nameOf(shard), after, limit)));
    return found
      .flat()
      .sort((a, b) => (a.shelvedAt < b.shelvedAt ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async function count(nameOf: ShelfName): Promise<number> {
    const counts = await Promise.all(SHARDS.map(async (shard) => countOn(nameOf(shard))));
    return counts.reduce((sum, each) => sum + each, 0);
  }

  async function onShard(shelf: string, after: string | undefined, limit: number) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: SHELF_INDEX,
        KeyConditionExpression: `shelf = :shelf${after === undefined ? '' : ' AND shelvedAt > :after'}`,
        ExpressionAttributeValues: { ':shelf': shelf, ...(after === undefined ? {} : { ':after': after }) },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ id: letterId.parse(item['pk']), shelvedAt: String(item['shelvedAt']) }));
  }

  async function countOn(shelf: string): Promise<number> {
    const wanted: QueryCommandInput = {
      TableName: tableName,
      IndexName: SHELF_INDEX,
      KeyConditionExpression: 'shelf = :shelf',
      ExpressionAttributeValues: { ':shelf': shelf },
      Select: 'COUNT',
    };
    let found = 0;
    for await (const { Count = 0 } of paginateQuery({ client }, wanted)) found += Count;
    return found;
  }

  return { oldest, count };
}
