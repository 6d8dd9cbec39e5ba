import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type Letter, type LetterState, letter as letterSchema } from '#shared/domain/delivery-postal/letter';
import { type LetterId, deliveryIdOfLetter, letterId, messageIdOf } from '#shared/domain/message/ids';
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

    order: async (letter) => {
      const Item = { ...keyOf(letter.letterId), ...letter, ...shelfAttributes(letter, letter.state) };
      await conditionHeld(
        client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
      );
    },

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

function shelfAttributes(letter: Letter, state: LetterState) {
  const shard = messageIdOf(deliveryIdOfLetter(letter.letterId)) % SHELF_SHARDS;
  return { shelf: shelfName(state, shard), shelvedAt: shelvedAt(letter) };
}

function shelfName(state: LetterState, shard: number): string {
  return `${state}#${shard}`;
}

/** Oldest first, and no two alike. */
function shelvedAt({ orderedAt, letterId: id }: Letter): string {
  return `${orderedAt}#${id}`;
}

function keyOf(id: LetterId) {
  return { pk: id, sk: 'letter' };
}
