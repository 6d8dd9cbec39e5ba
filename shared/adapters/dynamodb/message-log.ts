import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type WakeShards, wakeAttributes } from '#shared/adapters/dynamodb/wake';
import type { MessageId } from '#shared/domain/message/ids';
import { message } from '#shared/domain/message/message';
import { ok, refuse } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';

export interface MessagesTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly wakeShards: WakeShards;
}

/** Table `messages`: pk = message id, sk = `message`. */
export function makeDynamoMessageLog({ client, tableName, wakeShards }: MessagesTable): MessageLog {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (id: MessageId) => {
    const item = await readItem(keyOf(id));
    return item && message.parse(item);
  };

  return {
    read,

    put: async (accepted) => {
      const { wakeAt, ...rest } = accepted;
      const key = keyOf(accepted.messageId);
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return ok(accepted);
      const holder = await read(accepted.messageId);
      if (!holder) throw new Error('an item that stands in the way can not be read');
      return holder.attempt === accepted.attempt ? ok(accepted) : refuse({ kind: 'slot-taken', holder });
    },

    markRouted: async (id) => {
      await updateItem({ key: keyOf(id), remove: ['wakeShard', 'wakeAt', 'tries'] });
    },
  };
}

function keyOf(id: MessageId): Key & { pk: string } {
  return { pk: String(id), sk: 'message' };
}
