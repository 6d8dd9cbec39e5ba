import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type FeedPage, feedPage } from '#shared/domain/feed/page';
import { ok, refuse } from '#shared/kernel/result';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';

interface FeedTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Table `feed`: pk = tenant and lane, sk = page number. */
export function makeDynamoFeedPages({ client, tableName }: FeedTable): FeedPages {
  const readItem = makeReadItem(client, tableName);
  const read = async (lane: Lane, number: number): Promise<FeedPage | undefined> => {
    const item = await readItem({ pk: nameOf(lane), sk: number });
    return item && feedPage.parse(item);
  };

  return {
    read,

    last: async (lane) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :lane',
          ExpressionAttributeValues: { ':lane': nameOf(lane) },
          Limit: 1,
        }),
      );
      return Items[0] && feedPage.parse(Items[0]);
    },

    put: async (page) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { pk: nameOf(page), sk: page.number, ...page },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return ok(page);
      const stored = await read(page, page.number);
      return stored?.hash === page.hash ? ok(page) : refuse({ kind: 'page-taken' });
    },
  };
}

function nameOf({ tenantId, lane }: Lane): string {
  return `${tenantId}#${lane}`;
}
