import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { postiAccount } from '#shared/domain/delivery-postal/posti-account';
import type { ServiceId } from '#shared/domain/message/ids';
import type { PostiAccounts } from '#shared/ports/posti-accounts';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/**
 * Table `letters`: pk = `posti-account#` and the service, sk = `account`. What is forgotten leaves its key alone, so that
 * nobody who enters credentials needs leave to delete letters.
 */
export function makeDynamoPostiAccounts({ client, tableName }: LettersTable): PostiAccounts {
  const readItem = makeReadItem(client, tableName);
  return {
    read: async (service) => {
      const item = await readItem(keyOf(service));
      return item && 'sealed' in item ? postiAccount.parse(item) : undefined;
    },
    put: async (account) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...keyOf(account.serviceId), ...account } }));
    },
    remove: async (service) => {
      await client.send(new PutCommand({ TableName: tableName, Item: keyOf(service) }));
    },
  };
}

function keyOf(service: ServiceId) {
  return { pk: `posti-account#${service}`, sk: 'account' };
}
