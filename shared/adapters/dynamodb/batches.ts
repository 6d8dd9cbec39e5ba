import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { SHELF_INDEX } from '#shared/adapters/dynamodb/shelf-index';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type Batch, batch as batchSchema } from '#shared/domain/delivery-postal/batch';
import type { Batches } from '#shared/ports/print-house';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Where batches under way stand in the index; few at a time, so it has no shards. */
const OPEN = 'BATCH#OPEN';

/** Table `letters`: pk = batch id, sk = `batch`. */
export function makeDynamoBatches({ client, tableName }: LettersTable): Batches {
  const readItem = makeReadItem(client, tableName);
  const read = async (id: string) => {
    const item = await readItem(keyOf(id));
    return item && batchSchema.parse(item);
  };

  return {
    read,

    plan: async (batch) => {
      const isNew = await conditionHeld(put(batch, { ConditionExpression: 'attribute_not_exists(pk)' }));
      return isNew ? batch : ((await read(batch.batchId)) ?? batch);
    },

    open: async () => {
      const ids: string[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: SHELF_INDEX,
            KeyConditionExpression: 'shelf = :open',
            ExpressionAttributeValues: { ':open': OPEN },
            ExclusiveStartKey: from,
          }),
        );
        ids.push(...Items.map((item) => String(item['pk'])));
        from = LastEvaluatedKey;
      } while (from);
      const batches = await Promise.all(ids.map(read));
      return batches.filter((each) => each !== undefined).filter(({ state }) => state !== 'HANDED_OVER');
    },

    moveOn: async (seen, next) =>
      conditionHeld(
        put(next, {
          ConditionExpression: '#state = :seen',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':seen': seen.state },
        }),
      ),
  };

  async function put(
    batch: Batch,
    condition: Omit<ConstructorParameters<typeof PutCommand>[0], 'TableName' | 'Item'>,
  ): Promise<void> {
    const place =
      batch.state === 'HANDED_OVER' ? {} : { shelf: OPEN, shelvedAt: `${batch.plannedAt}#${batch.batchId}` };
    await client.send(
      new PutCommand({ TableName: tableName, Item: { ...keyOf(batch.batchId), ...batch, ...place }, ...condition }),
    );
  }
}

function keyOf(id: string) {
  return { pk: id, sk: 'batch' };
}
