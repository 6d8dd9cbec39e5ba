import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { wakeAttributes } from '#shared/adapters/dynamodb/wake';
import { attachment } from '#shared/domain/attachments/attachment';
import type { AttachmentId } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** Table `messages`: pk = `attachment#` and the id, sk = `attachment`; in the wake index until a message uses it. */
export function makeDynamoAttachmentLog({ client, tableName, wakeShards }: MessagesTable): AttachmentLog {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);

  return {
    read: async (id) => {
      const item = await readItem(keyOf(id));
      return item && attachment.parse(item);
    },

    put: async (stored) => {
      const { wakeAt, ...rest } = stored;
      const key = keyOf(stored.attachmentId);
      await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) },
        }),
      );
    },

    markUsed: async (id, sentTo) => {
      await updateItem({
        key: keyOf(id),
        set: sentTo === undefined ? [] : ['sentTo = :sentTo'],
        remove: ['wakeShard', 'wakeAt', 'tries'],
        condition: 'attribute_exists(pk)',
        values: sentTo === undefined ? {} : { ':sentTo': sentTo },
      });
    },

    removeUnused: async (id) =>
      conditionHeld(
        client.send(
          new DeleteCommand({ TableName: tableName, Key: keyOf(id), ConditionExpression: 'attribute_exists(wakeAt)' }),
        ),
      ),
  };
}

function keyOf(id: AttachmentId) {
  return { pk: `attachment#${id}`, sk: 'attachment' };
}
