import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { NEVER_SHUT, postalGate } from '#shared/domain/delivery-postal/postal-gate';
import type { CalendarDate } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Milliseconds to gather reads in. @default 0 */
  readonly gather?: number;
}

const dayItem = z.object({ taken: z.int(), batches: z.set(z.string()) });

const GATE = { pk: 'postal-gate', sk: 'gate' };

/**
 * Table `letters`: pk = `postal-gate`, sk = `gate`; pk = `postal-day#` and the day, sk = `day` holds how many places are taken
 * and by which batches.
 */
export function makeDynamoPostalGates({ client, tableName, gather }: LettersTable): PostalGates {
  const readItem = makeReadItem(client, tableName, gather);
  const updateItem = makeUpdateItem(client, tableName);
  const readDay = async (day: CalendarDate) => {
    const item = await readItem(keyOf(day));
    return item && dayItem.parse(item);
  };

  return {
    read: async () => {
      const item = await readItem(GATE);
      return item ? postalGate.parse(item) : NEVER_SHUT;
    },

    set: async (gate) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...GATE, ...gate } }));
    },

    takenOn: async (day) => (await readDay(day))?.taken ?? 0,

    takePlaces: async ({ batchId, letters }, { day, places }) => {
      const taken = await conditionHeld(
        updateItem({
          key: keyOf(day),
          add: ['batches :batch', 'taken :letters'],
          condition: 'attribute_not_exists(pk) OR (NOT contains(batches, :name) AND taken <= :most)',
          values: {
            ':batch': new Set([batchId]),
            ':name': batchId,
            ':letters': letters.length,
            ':most': places - letters.length,
          },
        }),
      );
      return taken || (await readDay(day))?.batches.has(batchId) === true;
    },
  };
}

function keyOf(day: CalendarDate) {
  return { pk: `postal-day#${day}`, sk: 'day' };
}
