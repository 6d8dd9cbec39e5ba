import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { KeyStore } from '#shared/adapters/crypto/key-ring';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';

export interface KeysTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const item = z.object({ wrapped: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

/** Table `keys`: pk = name of the key, sk = `key`; holds wrapped keys only. */
export function makeDynamoKeyStore({ client, tableName }: KeysTable): KeyStore {
  const readItem = makeReadItem(client, tableName);
  const read = async (name: string) => {
    const found = await readItem({ pk: name, sk: 'key' });
    return found && item.parse(found).wrapped;
  };
  return {
    read,
    putIfAbsent: async (name, wrapped) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { pk: name, sk: 'key', wrapped },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return wrapped;
      const first = await read(name);
      if (!first) throw new Error('a key that stands in the way can not be read');
      return first;
    },
  };
}
