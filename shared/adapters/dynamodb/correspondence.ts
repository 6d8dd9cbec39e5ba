import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { sentLine, turn as turnSchema } from '#shared/domain/mailbox/sent';
import type { Correspondence } from '#shared/ports/correspondence';

/**
 * Table `recipients`: pk = recipient id; what was sent has sk = `sent#` and its name; a turn of a conversation has sk =
 * `thread#`, the message that began it, the moment and the message.
 */
export function makeDynamoCorrespondence({ client, tableName }: RecipientsTable): Correspondence {
  const keyOfSent = (owner: string, name: string) => ({ pk: owner, sk: `sent#${name}` });
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :owner AND begins_with(sk, :prefix)',
  };
  const put = async (Item: Record<string, unknown>) => {
    await client.send(new PutCommand({ TableName: tableName, Item }));
  };

  return {
    enter: async (line) => put({ ...keyOfSent(line.recipientId, line.sent), ...line }),
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
    join: async (turn) => {
      const sk = `thread#${turn.rootMessageId}#${turn.at}#${turn.messageId}`;
      await put({ pk: turn.recipientId, sk, ...turn });
    },
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
