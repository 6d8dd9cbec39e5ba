import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { KeysTable } from '#shared/adapters/dynamodb/key-store';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { NEVER_ROTATED, rotation } from '#shared/domain/rotation/rotation';
import type { KeyRotations } from '#shared/ports/key-rotations';

const KEY = { pk: 'digest/recipient', sk: 'rotation' };

/** Table `keys`: pk = `digest/recipient`, sk = `rotation`. */
export function makeDynamoKeyRotations({ client, tableName }: KeysTable): KeyRotations {
  const readItem = makeReadItem(client, tableName);
  return {
    read: async () => {
      const item = await readItem(KEY);
      return item ? rotation.parse(item) : NEVER_ROTATED;
    },

    change: async (seen, next) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...KEY, ...next },
        ConditionExpression: seen.edition === 0 ? 'attribute_not_exists(pk)' : 'edition = :seen',
        ...(seen.edition === 0 ? {} : { ExpressionAttributeValues: { ':seen': seen.edition } }),
      });
      return conditionHeld(client.send(put));
    },
  };
}
