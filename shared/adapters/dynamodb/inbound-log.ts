import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type InboundMessage, inboundMessage } from '#shared/domain/mailbox/inbound';
import type { InboundLog } from '#shared/ports/inbound-log';

/** Table `messages`: pk = message id, sk = `inbound`. */
export function makeDynamoInboundLog({ client, tableName }: Pick<MessagesTable, 'client' | 'tableName'>): InboundLog {
  const readItem = makeReadItem(client, tableName);
  const itemOf = (received: InboundMessage) => ({ pk: String(received.messageId), sk: 'inbound', ...received });
  const read: InboundLog['read'] = async (id) => {
    const item = await readItem({ pk: String(id), sk: 'inbound' });
    return item && inboundMessage.parse(item);
  };
  return {
    read,
    put: async (received) => {
      await client.send(new PutCommand({ TableName: tableName, Item: itemOf(received) }));
    },
    claim: async (received) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: itemOf(received),
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return received;
      const stands = await read(received.messageId);
      if (!stands) throw new Error('a message that stands in the way can not be read');
      return stands;
    },
  };
}
