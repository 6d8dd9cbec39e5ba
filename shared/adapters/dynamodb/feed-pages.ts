import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
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
  const queryItems = makeQueryItems(client, tableName);
  const read = async (lane: Lane, number: number): Promise<FeedPage | undefined> => {
    const item = await readItem({ pk: nameOf(lane), sk: number });
    return item && feedPage.parse(item);
  };

  return {
    read,

    last: async (lane) => {
      const [last] = await queryItems({ pk: nameOf(lane), newestFirst: true, limit: 1 });
      return last && feedPage.parse(last);
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
