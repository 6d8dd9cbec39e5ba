import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Turn, sentLine, turn as turnSchema } from '#shared/domain/mailbox/sent';
import type { Correspondence } from '#shared/ports/correspondence';

/**
 * Table `recipients`: pk = recipient id; what was sent has sk = `sent#` and its name; a turn of a conversation has sk =
 * `thread#`, the message that began it, the moment and the message.
 */
export function makeDynamoCorrespondence({ client, tableName }: RecipientsTable): Correspondence {
  const keyOfSent = (owner: string, name: string) => ({ pk: owner, sk: `sent#${name}` });
  const keyOfTurn = ({ recipientId, rootMessageId, at, messageId }: Omit<Turn, 'direction'>) => ({
    pk: recipientId,
    sk: `thread#${rootMessageId}#${at}#${messageId}`,
  });
  const queryItems = makeQueryItems(client, tableName);
  const put = async (Item: Record<string, unknown>) => {
    await client.send(new PutCommand({ TableName: tableName, Item }));
  };

  const remove = async (Key: Record<string, unknown>) => {
    await client.send(new DeleteCommand({ TableName: tableName, Key }));
  };

  return {
    enter: async (line) => put({ ...keyOfSent(line.recipientId, line.sent), ...line }),
    remove: async ({ recipientId, sent }) => remove(keyOfSent(recipientId, sent)),
    sent: async (owner, { after, limit }) => {
      const items = await queryItems({
        pk: owner,
        begins: 'sent#',
        after: after === undefined ? undefined : keyOfSent(owner, after),
        newestFirst: true,
        limit,
      });
      return items.map((item) => sentLine.parse(item));
    },
    join: async (turn) => put({ ...keyOfTurn(turn), ...turn }),
    leave: async (turn) => remove(keyOfTurn(turn)),
    turns: async (owner, root, limit) => {
      const items = await queryItems({ pk: owner, begins: `thread#${root}#`, limit });
      return items.map((item) => turnSchema.parse(item));
    },
  };
}
