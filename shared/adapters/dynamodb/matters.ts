import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { matterPreference } from '#shared/domain/consent/matter-preference';
import type { MatterPreferences } from '#shared/ports/matters';

/** Table `recipients`: pk = recipient id, sk = `matter#` and the keyed hash of service and matter. */
export function makeDynamoMatters({ client, tableName }: RecipientsTable): MatterPreferences {
  const readItem = makeReadItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const keyOf = (recipient: string, matter: string) => ({ pk: recipient, sk: `matter#${matter}` });
  return {
    read: async (recipient, matter) => {
      const item = await readItem(keyOf(recipient, matter));
      return item && matterPreference.parse(item);
    },
    put: async (choice) => {
      const Item = { ...keyOf(choice.recipientId, choice.matter), ...choice };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    list: async (recipient, { after, limit }) => {
      const items = await queryItems({
        pk: recipient,
        begins: 'matter#',
        after: after === undefined ? undefined : keyOf(recipient, after),
        limit,
      });
      return items.map((item) => matterPreference.parse(item));
    },
    markDead: async ({ recipientId, matter, declaredAt }) => {
      await conditionHeld(
        updateItem({
          key: keyOf(recipientId, matter),
          set: ['emailDead = :dead'],
          condition: 'declaredAt = :declaredAt',
          values: { ':dead': true, ':declaredAt': declaredAt },
        }),
      );
    },
  };
}
