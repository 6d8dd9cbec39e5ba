import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { type InboundMessage, inboundMessage } from '#shared/domain/mailbox/inbound';
import { type MessageId, type RecipientId, messageId } from '#shared/domain/message/ids';
import { type InboundLog, placeOfWritten } from '#shared/ports/inbound-log';

/**
 * Table `messages`: pk = message id, sk = `inbound`; pk = `written#` and recipient id, sk = moment and message id is its line
 * in the list of its writer's mailbox, put first: a line without its message is passed by.
 */
export function makeDynamoInboundLog({ client, tableName }: Pick<MessagesTable, 'client' | 'tableName'>): InboundLog {
  const readItem = makeReadItem(client, tableName);
  const put = async (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName: tableName, Item }));

  async function read(id: MessageId): Promise<InboundMessage | undefined> {
    const item = await readItem({ pk: String(id), sk: 'inbound' });
    return item && inboundMessage.parse(item);
  }

  return {
    read,

    put: async (received) => {
      await put({ ...lineKey(received.recipientId, placeOfWritten(received)), messageId: received.messageId });
      await put({ pk: String(received.messageId), sk: 'inbound', ...received });
    },

    writtenBy: async (owner, { after, limit }) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :list',
          ExpressionAttributeValues: { ':list': `written#${owner}` },
          ExclusiveStartKey: after === undefined ? undefined : lineKey(owner, after),
          Limit: limit,
        }),
      );
      const found = await Promise.all(Items.map(async (item) => read(messageId.parse(item['messageId']))));
      return found.filter((each) => each !== undefined);
    },
  };
}

function lineKey(owner: RecipientId, place: string) {
  return { pk: `written#${owner}`, sk: place };
}
