import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { mailboxEntry } from '#shared/domain/mailbox/entry';
import { recipientId } from '#shared/domain/message/ids';
import type { MailboxEntries, RecipientAliases } from '#shared/ports/mailboxes';
import type { IdHash } from '#shared/ports/sealer';

export interface RecipientsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const alias = z.object({ recipientId, sealed: z.string() });
/** Aliases listed at a time. */
const SOME = 100;

/**
 * Table `recipients`: pk = `alias#`, version of the key, `#` and the first two digits of the keyed hash, sk = the hash: what
 * rests on a version is read part by part, without an index.
 */
export function makeDynamoAliases({ client, tableName }: RecipientsTable): RecipientAliases {
  const readItem = makeReadItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);
  const keyOf = ({ version, hash }: IdHash) => ({ pk: partition(version, hash.slice(0, 2)), sk: hash });
  const read = async (hash: IdHash) => {
    const item = await readItem(keyOf(hash));
    return item && alias.parse(item);
  };
  return {
    read,
    bind: async (hash, { recipientId: id, sealed }) => {
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...keyOf(hash), recipientId: id, sealed },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return { recipientId: id, sealed };
      const bound = await read(hash);
      if (!bound) throw new Error('an alias that stands in the way can not be read');
      return bound;
    },
    someUnder: async (version, part) => {
      const items = await queryItems({ pk: partition(version, part), limit: SOME });
      return items.map((item) => [{ version, hash: z.string().parse(item['sk']) }, alias.parse(item)] as const);
    },
    remove: async (hash) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(hash) }));
    },
  };
}

function partition(version: number, part: string): string {
  return `alias#${version}#${part}`;
}

/** Table `recipients`: pk = recipient id, sk = `entry#` and the name of the entry. */
export function makeDynamoEntries({ client, tableName }: RecipientsTable): MailboxEntries {
  const readItem = makeReadItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);
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
      const items = await queryItems({
        pk: owner,
        begins: 'entry#',
        after: after === undefined ? undefined : keyOf(owner, after),
        newestFirst: true,
        limit,
      });
      return items.map((item) => mailboxEntry.parse(item));
    },
  };
}
