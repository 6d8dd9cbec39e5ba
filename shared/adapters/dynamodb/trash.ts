import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { trashMark } from '#shared/domain/mailbox/trash';
import type { Trash } from '#shared/ports/trash';

/** Table `recipients`: pk = recipient id, sk = `trash#` and the message id. A mark is put anew, never removed. */
export function makeDynamoTrash({ client, tableName }: RecipientsTable): Trash {
  const readItem = makeReadItem(client, tableName);
  const keyOf = (owner: string, id: number) => ({ pk: owner, sk: `trash#${id}` });
  return {
    put: async (owner, mark) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...keyOf(owner, mark.messageId), ...mark } }));
    },
    read: async (owner, id) => {
      const item = await readItem(keyOf(owner, id));
      return item && trashMark.parse(item);
    },
  };
}
