import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
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
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :owner AND begins_with(sk, :prefix)',
  };
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
      const { Items = [] } = await client.send(
        new QueryCommand({
          ...query,
          ScanIndexForward: false,
          ExpressionAttributeValues: { ':owner': owner, ':prefix': 'sent#' },
          ExclusiveStartKey: after === undefined ? undefined : keyOfSent(owner, after),
          Limit: limit,
        }),
      );
      return Items.map((item) => sentLine.parse(item));
    },
    join: async (turn) => put({ ...keyOfTurn(turn), ...turn }),
    leave: async (turn) => remove(keyOfTurn(turn)),
    turns: async (owner, root, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          ...query,
          ExpressionAttributeValues: { ':owner': owner, ':prefix': `thread#${root}#` },
          Limit: limit,
        }),
      );
      return Items.map((item) => turnSchema.parse(item));
    },
  };
}
