import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeDynamoUses } from '#shared/adapters/dynamodb/attachment-uses';
import * as z from 'zod/mini';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { wakeAttributes, wakeUpdate } from '#shared/adapters/dynamodb/wake';
import { attachment } from '#shared/domain/attachments/attachment';
import { type AttachmentId, attemptToken } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/**
 * Table `messages`: pk = `attachment#` and the id, sk = `attachment`; in the wake index until a message uses it. The newest
 * use stands on the item, those before it beside it (attachment-uses.ts).
 */
export function makeDynamoAttachmentLog({ client, tableName, wakeShards }: MessagesTable): AttachmentLog {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const uses = makeDynamoUses({ client, tableName });

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
      const { usedBy: earlier } = used.parse(before);
      if (earlier !== undefined && earlier !== by) await uses.keep(id, earlier);
      return 'wakeAt' in before;
    },

    ...makeReleases({ client, tableName, wakeShards }, read),

    removeUnused: async (id) =>
      conditionHeld(
        client.send(
          new DeleteCommand({ TableName: tableName, Key: keyOf(id), ConditionExpression: 'attribute_exists(wakeAt)' }),
        ),
      ),
  };
}

/** How uses of a file end. */
function makeReleases(
  { client, tableName, wakeShards }: MessagesTable,
  read: AttachmentLog['read'],
): Pick<AttachmentLog, 'letGo' | 'endUse' | 'forget'> {
  const updateItem = makeUpdateItem(client, tableName);
  const uses = makeDynamoUses({ client, tableName });
  return {
    letGo: async (id, by) => {
      await uses.end(id, by);
      const stored = await read(id);
      if (stored?.usedBy !== by) return;
      const other = await uses.any(id);
      const key = keyOf(id);
      const wake = wakeUpdate(key.pk, stored.expiresAt, wakeShards);
      const back = other
        ? { set: ['usedBy = :other'], values: { ':by': by, ':other': other } }
        : { set: wake.set, remove: [...wake.remove, 'usedBy'], values: { ...wake.values, ':by': by } };
      const held = await conditionHeld(updateItem({ key, ...back, condition: 'usedBy = :by' }));
      if (held && other) await uses.end(id, other);
    },

    endUse: async (id, by) => {
      const mine = { remove: ['usedBy'], condition: 'usedBy = :by', values: { ':by': by } };
      await conditionHeld(updateItem({ key: keyOf(id), ...mine }));
      await uses.end(id, by);
      return (await read(id))?.usedBy === undefined && (await uses.any(id)) === undefined;
    },

    forget: async (id) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(id) }));
    },
  };
}

const used = z.object({ usedBy: z.optional(attemptToken) });

function keyOf(id: AttachmentId) {
  return { pk: `attachment#${id}`, sk: 'attachment' };
}
