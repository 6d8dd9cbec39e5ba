import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { mailboxEntry } from '#shared/domain/mailbox/entry';
import { recipientId } from '#shared/domain/message/ids';
import type { MailboxEntries, RecipientAliases } from '#shared/ports/mailboxes';

export interface RecipientsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Table `recipients`: pk = `alias#` and the keyed hash, sk = `alias`. */
export function makeDynamoAliases({ client, tableName }: RecipientsTable): RecipientAliases {
  const readItem = makeReadItem(client, tableName);
  const find = async (digest: string) => {
    const item = await readItem({ pk: `alias#${digest}`, sk: 'alias' });
    return item && recipientId.parse(item['recipientId']);
  };
  return {
    find,
    enrol: async (digest, candidate) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { pk: `alias#${digest}`, sk: 'alias', recipientId: candidate },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return candidate;
      const bound = await find(digest);
      if (!bound) throw new Error('an alias that stands in the way can not be read');
      return bound;
    },
  };
}

/** Table `recipients`: pk = recipient id, sk = `entry#` and the name of the entry. */
export function makeDynamoEntries({ client, tableName }: RecipientsTable): MailboxEntries {
  const readItem = makeReadItem(client, tableName);
  const keyOf = (recipient: string, entry: string) => ({ pk: recipient, sk: `entry#${entry}` });
  return {
    put: async (line) => {
      const Item = { ...keyOf(line.recipientId, line.entry), ...line };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    read: async (owner, entry) => {
      const item = await readItem(keyOf(owner, entry));
      return item && mailboxEntry.parse(item);
    },
    remove: async (owner, entry) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(owner, entry) }));
    },
    list: async (owner, { after, limit }) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :owner AND begins_with(sk, :entry)',
          ExpressionAttributeValues: { ':owner': owner, ':entry': 'entry#' },
          ExclusiveStartKey: after === undefined ? undefined : keyOf(owner, after),
          Limit: limit,
        }),
      );
      return Items.map((item) => mailboxEntry.parse(item));
    },
  };
}
