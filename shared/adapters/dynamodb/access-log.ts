import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { accessEntry } from '#shared/domain/access/access-entry';
import { type Instant, instant } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';

export interface OwnDataTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const place = z.object({ at: instant });

/**
 * Table `own-data`: pk = recipient id; sk = `access-id#` and the entry's id says at which moment the entry stands, sk =
 * `access#`, moment and id is the entry. The first is put before the second, so an entry that is repeated at a later
 * moment lands where it was put first.
 */
export function makeDynamoAccessLog({ client, tableName }: OwnDataTable): AccessLog {
  const readItem = makeReadItem(client, tableName);
  const placeKey = (pk: string, entryId: string) => ({ pk, sk: `access-id#${entryId}` });
  const entryKey = (pk: string, at: Instant, entryId: string) => ({ pk, sk: `access#${at}#${entryId}` });

  const putOnce = async (Item: Record<string, unknown>) =>
    conditionHeld(
      client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );

  async function placeOf(owner: string, entryId: string): Promise<Instant | undefined> {
    const item = await readItem(placeKey(owner, entryId));
    return item && place.parse(item).at;
  }

  return {
    enter: async (id, entry) => {
      const { entryId } = entry;
      const isNew = await putOnce({ ...placeKey(id, entryId), at: entry.at });
      const at = isNew ? entry.at : ((await placeOf(id, entryId)) ?? entry.at);
      await putOnce({ ...entryKey(id, at, entryId), ...entry, at });
    },

    list: async (id, { after, limit }) => {
      const at = after === undefined ? undefined : await placeOf(id, after);
      if (after !== undefined && at === undefined) return [];
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :owner AND begins_with(sk, :access)',
          ExpressionAttributeValues: { ':owner': id, ':access': 'access#' },
          ExclusiveStartKey: after !== undefined && at !== undefined ? entryKey(id, at, after) : undefined,
          Limit: limit,
        }),
      );
      return Items.map((item) => accessEntry.parse(item));
    },
  };
}
