import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Run, makeQueryItems } from '#shared/adapters/dynamodb/query';
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
  const queryItems = makeQueryItems(client, tableName);
  const query = async (lane: number, from: number, part: Pick<Run, 'newestFirst' | 'limit'>) => {
    const items = await queryItems({ pk: nameOf(lane), between: [from, Number.MAX_SAFE_INTEGER], ...part });
    return items.map((item) => publishedConsent.parse(item));
  };

  return {
    last: async (lane) => (await query(lane, 1, { newestFirst: true, limit: 1 }))[0],

    from: async (lane, number, limit) => query(lane, number, { limit }),

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
