import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateParts, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type Letter, type ShelfState, letter as letterSchema } from '#shared/domain/delivery-postal/letter';
import type { Relayed } from '#shared/domain/delivery-postal/relayed';
import { type LetterId, deliveryIdOfLetter, letterId, messageIdOf } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';
import type { LetterShelf, PrintHouse } from '#shared/ports/print-house';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Index `shelf` (shelf, shelvedAt): letters by state, spread over this many shards. */
export const SHELF_INDEX = 'shelf';
const SHELF_SHARDS = 8;

/** Table `letters`: pk = letter id, sk = `letter`. */
export function makeDynamoLetterShelf({ client, tableName }: LettersTable): LetterShelf & PrintHouse {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (id: LetterId) => {
    const item = await readItem(keyOf(id));
    return item && letterSchema.parse(item);
  };

  return {
    read,

    order: async (letter) => conditionHeld(client.send(new PutCommand({ TableName: tableName, ...asOrdered(letter) }))),

    list: async (state, { after, limit }) => {
      const last = after === undefined ? undefined : await read(after);
      const names = await Promise.all(
        Array.from({ length: SHELF_SHARDS }, (_, shard) =>
          namesOn(shelfName(state, shard), last && shelvedAt(last), limit),
        ),
      );
      const first = names
        .flat()
        .sort((a, b) => (a.shelvedAt < b.shelvedAt ? -1 : 1))
        .slice(0, limit);
      const letters = await Promise.all(first.map(({ id }) => read(id)));
      return letters.filter((each) => each !== undefined).filter((each) => each.state === state);
    },

    setState: async (letter, state) =>
      conditionHeld(
        updateItem({
          key: keyOf(letter.letterId),
          set: ['#state = :state', 'shelf = :shelf'],
          condition: '#state = :seen',
          names: { '#state': 'state' },
          values: { ':state': state, ':shelf': shelfAttributes(letter, state).shelf, ':seen': letter.state },
        }),
      ),

    release: async (id, batch) => {
      await conditionHeld(updateItem(asReleased(id, batch)));
    },

    noteRelayed: async (id, relayed) => {
      await conditionHeld(updateItem(asNoted(id, relayed)));
    },

    remove: async (id) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(id) }));
    },
  };

  async function namesOn(shelf: string, after: string | undefined, limit: number) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: SHELF_INDEX,
        KeyConditionExpression: `shelf = :shelf${after === undefined ? '' : ' AND shelvedAt > :after'}`,
        ExpressionAttributeValues: { ':shelf': shelf, ...(after === undefined ? {} : { ':after': after }) },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ id: letterId.parse(item['pk']), shelvedAt: String(item['shelvedAt']) }));
  }
}

function asOrdered(letter: Letter) {
  return {
    Item: { ...keyOf(letter.letterId), ...letter, ...shelfAttributes(letter, letter.state) },
    ConditionExpression: 'attribute_not_exists(pk) OR #state = :waiting',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':waiting': 'WAITING' },
  };
}

function asReleased(id: LetterId, { batchId, cutAt }: { batchId: string; cutAt: Instant }): UpdateParts {
  return {
    key: keyOf(id),
    set: ['#state = :ready', 'batchId = :batch', 'cutAt = :at', 'shelf = :shelf', 'shelvedAt = :shelved'],
    condition: '#state = :waiting',
    names: { '#state': 'state' },
    values: {
      ':ready': 'READY',
      ':waiting': 'WAITING',
      ':batch': batchId,
      ':at': cutAt,
      ':shelf': shelfName('READY', shardOf(id)),
      ':shelved': shelvedAt({ orderedAt: cutAt, letterId: id }),
    },
  };
}

function asNoted(id: LetterId, relayed: Relayed): UpdateParts {
  return {
    key: keyOf(id),
    set: ['relayed = :relayed'],
    condition: 'attribute_exists(pk)',
    values: { ':relayed': relayed },
  };
}

function shelfAttributes(letter: Letter, state: ShelfState) {
  return { shelf: shelfName(state, shardOf(letter.letterId)), shelvedAt: shelvedAt(letter) };
}

function shardOf(id: LetterId): number {
  return messageIdOf(deliveryIdOfLetter(id)) % SHELF_SHARDS;
}

function shelfName(state: ShelfState, shard: number): string {
  return `${state}#${shard}`;
}

/** Oldest first, and no two alike. */
function shelvedAt({
  orderedAt,
  cutAt = orderedAt,
  letterId: id,
}: Pick<Letter, 'orderedAt' | 'cutAt' | 'letterId'>): string {
  return `${cutAt}#${id}`;
}

function keyOf(id: LetterId) {
  return { pk: id, sk: 'letter' };
}
