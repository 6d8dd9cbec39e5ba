import { type DynamoDBDocumentClient, QueryCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Item, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { WAKE_INDEX, type WakeShards, shardName } from '#shared/adapters/dynamodb/wake';
import { delivery } from '#shared/domain/message/delivery';
import { attachmentId, messageId, recipientId } from '#shared/domain/message/ids';
import { type Instant, earlier, instant } from '#shared/kernel/time';
import { fromBase64Url, toBase64Url } from '#shared/kernel/base64url';
import { parseJson } from '#shared/kernel/json';
import type { OwingItem, WakeEntry, WorkIndex } from '#shared/ports/work-index';
import * as z from 'zod/mini';

interface Shard {
  readonly tableName: string;
  readonly shard: string;
}

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

    page: makePages(client, shards),

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

const place = z.object({
  shard: z.int(),
  from: z.optional(z.object({ pk: z.string(), sk: z.string(), wakeShard: z.string(), wakeAt: instant })),
});
type Place = z.infer<typeof place>;

/** Shard by shard, each from where the page before ended. */
function makePages(client: DynamoDBDocumentClient, shards: readonly Shard[]): WorkIndex['page'] {
  return async (until, { after, limit }) => {
    let at: Place | undefined = after === undefined ? { shard: 0 } : placeIn(after);
    if (!at || at.shard >= shards.length) return undefined;
    const entries: WakeEntry[] = [];
    while (at && entries.length < limit) {
      const here: Place = at;
      const shard = shards[here.shard];
      if (!shard) return { entries };
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: shard.tableName,
          IndexName: WAKE_INDEX,
          KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :until',
          ExpressionAttributeValues: { ':shard': shard.shard, ':until': until },
          ExclusiveStartKey: here.from,
          Limit: limit - entries.length,
        }),
      );
      entries.push(...Items.map((item) => entryOf(shard.tableName, item)));
      at = LastEvaluatedKey ? place.parse({ shard: here.shard, from: LastEvaluatedKey }) : nextShard(here, shards);
    }
    return { entries, next: at && toBase64Url(JSON.stringify(at)) };
  };
}

function nextShard({ shard }: Place, shards: readonly Shard[]): Place | undefined {
  return shard + 1 < shards.length ? { shard: shard + 1 } : undefined;
}

function placeIn(text: string): Place | undefined {
  const json = parseJson(fromBase64Url(text) ?? '', { depth: 3 });
  const parsed = json.ok ? place.safeParse(json.value) : undefined;
  return parsed?.success === true ? parsed.data : undefined;
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
  if (sk.startsWith('erasure#')) return { type: 'own-data', recipientId: recipientId.parse(pk), of: 'erasure' };
  if (sk.startsWith('access-year#')) return { type: 'own-data', recipientId: recipientId.parse(pk), of: 'access-log' };
  if (sk === 'gate') return { type: 'recipient', recipientId: recipientId.parse(pk) };
  throw new Error(`an item of unknown kind in the wake index: ${sk}`);
}
