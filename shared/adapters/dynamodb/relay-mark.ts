import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import type { RelayMark } from '#shared/ports/postal-relay';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const mark = z.object({ token: z.string() });
const KEY = { pk: 'relay-events', sk: 'mark' };

/** Table `letters`: pk = `relay-events`, sk = `mark`. */
export function makeDynamoRelayMark({ client, tableName }: LettersTable): RelayMark {
  const readItem = makeReadItem(client, tableName);
  return {
    read: async () => {
      const item = await readItem(KEY);
      return item && mark.parse(item).token;
    },
    move: async (to) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...KEY, token: to } }));
    },
  };
}
