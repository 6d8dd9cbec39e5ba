import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { wakeAttributes, wakeUpdate } from '#shared/adapters/dynamodb/wake';
import { attachment } from '#shared/domain/attachments/attachment';
import type { AttachmentId } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** Table `messages`: pk = `attachment#` and the id, sk = `attachment`; in the wake index until a message uses it. */
export function makeDynamoAttachmentLog({ client, tableName, wakeShards }: MessagesTable): AttachmentLog {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);

  const read = async (id: AttachmentId) => {
    const item = await readItem(keyOf(id));
    return item && attachment.parse(item);
  };

  return {
    read,

    put: async (stored) => {
      const { wakeAt, ...rest } = stored;
      const key = keyOf(stored.attachmentId);
      await conditionHeld(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    },

    markUsed: async (id, { by, sentTo }) => {
      const before = await updateItem({
        key: keyOf(id),
        set: ['usedBy = :by', ...(sentTo ? ['sentTo.#tenant = :at'] : [])],
        remove: ['wakeShard', 'wakeAt', 'tries'],
        condition: 'attribute_exists(pk)',
        names: sentTo && { '#tenant': sentTo.tenantId },
        values: { ':by': by, ...(sentTo ? { ':at': sentTo.at } : {}) },
        returning: 'ALL_OLD',
      });
      return 'wakeAt' in before;
    },

    letGo: async (id, by) => {
      const stored = await read(id);
      if (stored?.usedBy !== by) return;
      const key = keyOf(id);
      const wake = wakeUpdate(key.pk, stored.expiresAt, wakeShards);
      await conditionHeld(
        updateItem({
          key,
          set: wake.set,
          remove: [...wake.remove, 'usedBy'],
          condition: 'usedBy = :by',
          values: { ...wake.values, ':by': by },
        }),
      );
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
