import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { inboundMessage } from '#shared/domain/mailbox/inbound';
import type { InboundLog } from '#shared/ports/inbound-log';

/** Table `messages`: pk = message id, sk = `inbound`. */
export function makeDynamoInboundLog({ client, tableName }: Pick<MessagesTable, 'client' | 'tableName'>): InboundLog {
  const readItem = makeReadItem(client, tableName);
  return {
    put: async (received) => {
      const Item = { pk: String(received.messageId), sk: 'inbound', ...received };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    read: async (id) => {
      const item = await readItem({ pk: String(id), sk: 'inbound' });
      return item && inboundMessage.parse(item);
    },
  };
}
