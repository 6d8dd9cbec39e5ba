import { type DynamoDBDocumentClient, DeleteCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateItem, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type WakeShards, shardNumber, wakeAttributes, wakeUpdate } from '#shared/adapters/dynamodb/wake';
import { type Outage, outage as outageSchema } from '#shared/domain/channel/outage';
import { deliveryId } from '#shared/domain/message/ids';
import type { Outages } from '#shared/ports/outages';

const board = z.object({ ids: z.optional(z.set(z.string())) });

/** Copies of the list of outages that may be open: every decision reads one, so that none is read too often. */
const COPIES = 8;
/** Parts that the deliveries an outage keeps back are spread over. */
const HOLD_SHARDS = 16;
const PAGE = 100;

interface OutagesTable extends RecipientsTable {
  readonly wakeShards: WakeShards;
}

/**
 * Table `recipients`: pk = `outage#` and the id, sk = `outage`; pk = `outages#` and a copy, sk = `board` holds the ids of
 * those that may be open; pk = `hold#`, the id and a shard, sk = delivery id is a delivery it keeps back.
 */
export function makeDynamoOutages({ client, tableName, wakeShards }: OutagesTable): Outages {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const keyOf = (id: string) => ({ pk: `outage#${id}`, sk: 'outage' });
  const turn = { copy: 0 };
  const read = async (id: string) => {
    const item = await readItem(keyOf(id));
    return item && outageSchema.parse(item);
  };
  return {
    read,

    put: async (outage) => {
      const { wakeAt, ...rest } = outage;
      const key = keyOf(outage.outageId);
      const Item = { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) };
      const { Attributes } = await client.send(new PutCommand({ TableName: tableName, Item, ReturnValues: 'ALL_OLD' }));
      return Attributes === undefined;
    },

    ...makeBoards(updateItem),

    listed: async () => {
      turn.copy = (turn.copy + 1) % COPIES;
      const item = await readItem(boardKey(turn.copy));
      const found = await Promise.all([...((item && board.parse(item).ids) ?? [])].map(read));
      return found.filter((each) => each !== undefined);
    },

    rest: async ({ outageId, attempt }: Outage, wakeAt) => {
      const key = keyOf(outageId);
      const wake = wakeUpdate(key.pk, wakeAt, wakeShards);
      const values = { ':attempt': attempt, ...wake.values };
      await conditionHeld(updateItem({ key, ...wake, condition: 'attempt = :attempt', values }));
    },

    ...makeHolds({ client, tableName }),
  };
}

function boardKey(copy: number) {
  return { pk: `outages#${copy}`, sk: 'board' };
}

function makeBoards(updateItem: UpdateItem): Pick<Outages, 'list' | 'unlist'> {
  const onEach = async (change: { add?: string[]; drop?: string[] }, id: string) => {
    const values = { ':id': new Set([id]) };
    await Promise.all(
      Array.from({ length: COPIES }, (_, copy) => updateItem({ key: boardKey(copy), ...change, values })),
    );
  };
  return {
    list: async (id) => onEach({ add: ['ids :id'] }, id),
    unlist: async (id) => onEach({ drop: ['ids :id'] }, id),
  };
}

function makeHolds({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}): Pick<Outages, 'hold' | 'unhold' | 'holds'> {
  const partOf = (id: string, shard: number) => `hold#${id}#${shard}`;
  const keyOf = (id: string, delivery: string) => ({
    pk: partOf(id, shardNumber(delivery, HOLD_SHARDS)),
    sk: delivery,
  });
  return {
    hold: async (id, delivery) => {
      await client.send(new PutCommand({ TableName: tableName, Item: keyOf(id, delivery) }));
    },
    unhold: async (id, delivery) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(id, delivery) }));
    },
    async *holds(id) {
      for (let shard = 0; shard < HOLD_SHARDS; shard += 1) {
        const query = {
          TableName: tableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :part',
          ExpressionAttributeValues: { ':part': partOf(id, shard) },
        };
        for await (const { Items = [] } of paginateQuery({ client, pageSize: PAGE }, query))
          if (Items.length > 0) yield Items.map(({ sk }) => deliveryId.parse(sk));
      }
    },
  };
}
