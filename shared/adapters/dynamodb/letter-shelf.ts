import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { SHELF_SHARDS, makeShelfIndex } from '#shared/adapters/dynamodb/shelf-index';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateParts, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type Letter, type ShelfState, letter as letterSchema } from '#shared/domain/delivery-postal/letter';
import type { Relayed } from '#shared/domain/delivery-postal/relayed';
import { type LetterId, type TenantId, deliveryIdOfLetter, messageIdOf } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';
import type { LetterShelf, PrintHouse } from '#shared/ports/print-house';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Table `letters`: pk = letter id, sk = `letter`. */
export function makeDynamoLetterShelf({ client, tableName }: LettersTable): LetterShelf & PrintHouse {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (id: LetterId) => {
    const item = await readItem(keyOf(id));
    return item && letterSchema.parse(item);
  };
  const index = makeShelfIndex({ client, tableName });
  const standing = async (ids: readonly LetterId[], state: ShelfState) =>
    (await Promise.all(ids.map(read))).filter((each) => each !== undefined).filter((each) => each.state === state);

  return {
    read,

    order: async (letter) => conditionHeld(client.send(new PutCommand({ TableName: tableName, ...asOrdered(letter) }))),

    list: async (state, { after, limit }) => {
      const last = after === undefined ? undefined : await read(after);
      const page = { after: last && shelvedAt(last), limit };
      return standing(await index.oldest((shard) => shelfName(state, shard), page), state);
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

    layApart: async (letter) => {
      await conditionHeld(updateItem(asApart(letter)));
    },

    listApart: async (tenantId, limit) =>
      standing(await index.oldest((shard) => apartName(tenantId, shard), { limit }), 'WAITING'),

    countApart: async (tenantId) => index.count((shard) => apartName(tenantId, shard)),

    expectProof: async (id, sha256, most) => {
      const isNoted = await conditionHeld(updateItem(asExpecting(id, sha256, most)));
      return isNoted || (await read(id))?.proofs?.includes(sha256) === true;
    },

    noteRelayed: async (id, relayed) => {
      await conditionHeld(updateItem(asNoted(id, relayed)));
    },

    remove: async (id) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(id) }));
    },
  };
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

function asApart({ letterId: id, tenantId }: Letter): UpdateParts {
  return {
    key: keyOf(id),
    set: ['shelf = :apart'],
    condition: '#state = :waiting',
    names: { '#state': 'state' },
    values: { ':waiting': 'WAITING', ':apart': apartName(tenantId, shardOf(id)) },
  };
}

function asExpecting(id: LetterId, sha256: string, most: number): UpdateParts {
  return {
    key: keyOf(id),
    set: ['proofs = list_append(if_not_exists(proofs, :none), :these)'],
    condition:
      'attribute_exists(pk) AND (attribute_not_exists(proofs) OR (size(proofs) < :most AND NOT contains(proofs, :this)))',
    values: { ':none': [], ':these': [sha256], ':this': sha256, ':most': most },
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

function apartName(tenantId: TenantId, shard: number): string {
  return `APART#${tenantId}#${shard}`;
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
