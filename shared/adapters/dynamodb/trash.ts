import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { trashMark } from '#shared/domain/mailbox/trash';
import type { Trash } from '#shared/ports/trash';

/** Table `recipients`: pk = recipient id, sk = `trash#` and the message id. A mark is put anew, and ends with its message. */
export function makeDynamoTrash({ client, tableName }: RecipientsTable): Trash {
  const readItem = makeReadItem(client, tableName);
  const keyOf = (owner: string, id: number) => ({ pk: owner, sk: `trash#${id}` });
  return {
    put: async (owner, mark) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...keyOf(owner, mark.messageId), ...mark } }));
    },
    remove: async (owner, id) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(owner, id) }));
    },
    read: async (owner, id) => {
      const item = await readItem(keyOf(owner, id));
      return item && trashMark.parse(item);
    },
  };
}
