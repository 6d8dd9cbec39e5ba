import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '#shared/adapters/dynamodb/table';
import { publishedConsent } from '#shared/domain/consent/published-consent';
import { ok, refuse } from '#shared/kernel/result';
import type { ConsentFeed } from '#shared/ports/consent-feed';

interface FeedTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Table `feed`: pk = `#consents#` and the lane, which no sender's feed begins like; sk = number of the entry. */
export function makeDynamoConsentFeed({ client, tableName }: FeedTable): ConsentFeed {
  const query = async (
    lane: number,
    from: { readonly number: number; readonly newestFirst: boolean },
    limit: number,
  ) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        ScanIndexForward: !from.newestFirst,
        KeyConditionExpression: 'pk = :lane AND sk >= :from',
        ExpressionAttributeValues: { ':lane': nameOf(lane), ':from': from.number },
        Limit: limit,
      }),
    );
    return Items.map((item) => publishedConsent.parse(item));
  };

  return {
    last: async (lane) => (await query(lane, { number: 1, newestFirst: true }, 1))[0],

    from: async (lane, number, limit) => query(lane, { number, newestFirst: false }, limit),

    put: async (entry) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { pk: nameOf(entry.lane), sk: entry.number, ...entry },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      return (await conditionHeld(client.send(put))) ? ok(undefined) : refuse({ kind: 'number-taken' });
    },
  };
}

function nameOf(lane: number): string {
  return `#consents#${lane}`;
}
