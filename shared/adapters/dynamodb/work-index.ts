import { type DynamoDBDocumentClient, QueryCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Item, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { WAKE_INDEX, type WakeShards, shardName } from '#shared/adapters/dynamodb/wake';
import { delivery } from '#shared/domain/message/delivery';
import { attachmentId, messageId, recipientId } from '#shared/domain/message/ids';
import { type Instant, earlier, instant } from '#shared/kernel/time';
import type { OwingItem, WakeEntry, WorkIndex } from '#shared/ports/work-index';
import * as z from 'zod/mini';

interface WorkTables {
  readonly client: DynamoDBDocumentClient;
  /** Every table that has the wake index. */
  readonly tableNames: readonly string[];
  readonly wakeShards: WakeShards;
}

/** Entries read at a time. */
const PAGE = 100;

const indexKey = z.object({ pk: z.string(), sk: z.string(), wakeAt: instant });
const itemName = z.tuple([z.string(), z.string(), z.string()]);
const owing = z.object({ sk: z.string(), pk: z.string(), wakeAt: z.optional(instant), tries: z.optional(z.int()) });

/** The index `wake` (wakeShard, wakeAt) of the tables whose items can owe work. */
export function makeDynamoWorkIndex({ client, tableNames, wakeShards }: WorkTables): WorkIndex {
  const tables = new Map(
    tableNames.map(
      (name) => [name, { read: makeReadItem(client, name), update: makeUpdateItem(client, name) }] as const,
    ),
  );
  const shards = tableNames.flatMap((tableName) =>
    Array.from({ length: wakeShards }, (_, i) => ({ tableName, shard: shardName(i) })),
  );

  return {
    async *due(until) {
      for (const { tableName, shard } of shards) {
        const query = {
          TableName: tableName,
          IndexName: WAKE_INDEX,
          KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :until',
          ExpressionAttributeValues: { ':shard': shard, ':until': until },
        };
        for await (const { Items = [] } of paginateQuery({ client, pageSize: PAGE }, query)) {
          if (Items.length > 0) yield Items.map((item) => entryOf(tableName, item));
        }
      }
    },

    earliest: async () => {
      const firsts = await Promise.all(shards.map(({ tableName, shard }) => firstOf(client, tableName, shard)));
      return firsts
        .filter((at) => at !== undefined)
        .reduce<Instant | undefined>((a, b) => (a ? earlier(a, b) : b), undefined);
    },

    read: async ({ item }) => {
      const [tableName, pk, sk] = itemName.parse(JSON.parse(item));
      const stored = await tables.get(tableName)?.read({ pk, sk });
      const { wakeAt, tries = 0 } = stored ? owing.parse(stored) : {};
      return stored && wakeAt ? { item: owingItem(stored), tries } : undefined;
    },

    move: async ({ item, wakeAt: seen }, { wakeAt, tries }) => {
      const [tableName, pk, sk] = itemName.parse(JSON.parse(item));
      const table = tables.get(tableName);
      if (!table) return false;
      const move =
        wakeAt === undefined
          ? { remove: ['wakeShard', 'wakeAt', 'tries'] }
          : { set: ['wakeAt = :to', 'tries = :tries'] };
      const values = { ':seen': seen, ...(wakeAt === undefined ? {} : { ':to': wakeAt, ':tries': tries }) };
      return conditionHeld(table.update({ key: { pk, sk }, ...move, condition: 'wakeAt = :seen', values }));
    },
  };
}

async function firstOf(client: DynamoDBDocumentClient, tableName: string, shard: string): Promise<Instant | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: WAKE_INDEX,
      KeyConditionExpression: 'wakeShard = :shard',
      ExpressionAttributeValues: { ':shard': shard },
      Limit: 1,
    }),
  );
  return Items[0] && indexKey.parse(Items[0]).wakeAt;
}

function entryOf(tableName: string, item: Item): WakeEntry {
  const { pk, sk, wakeAt } = indexKey.parse(item);
  return { item: JSON.stringify([tableName, pk, sk]), wakeAt };
}

/** What an item is, by its sort key. */
function owingItem(item: Item): OwingItem {
  const { pk, sk } = owing.parse(item);
  if (sk.startsWith('delivery#')) return { type: 'delivery', delivery: delivery.parse(item) };
  if (sk === 'message') return { type: 'message', messageId: messageId.parse(Number(pk)) };
  if (sk === 'attachment')
    return { type: 'attachment', attachmentId: attachmentId.parse(pk.slice('attachment#'.length)) };
  if (sk === 'outage') return { type: 'outage', outageId: pk.slice('outage#'.length) };
  if (sk === 'gate') return { type: 'recipient', recipientId: recipientId.parse(pk) };
  throw new Error(`an item of unknown kind in the wake index: ${sk}`);
}
