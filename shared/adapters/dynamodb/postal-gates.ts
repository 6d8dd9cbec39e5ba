import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makePostalLimits } from '#shared/adapters/dynamodb/postal-limits';
import { type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { NEVER_SHUT, postalGate } from '#shared/domain/delivery-postal/postal-gate';
import { postalApproval } from '#shared/domain/delivery-postal/postal-limit';
import type { DayPlaces, PostalGates } from '#shared/ports/postal-gate';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Milliseconds to gather reads in. @default 0 */
  readonly gather?: number;
}

const dayItem = z.object({
  taken: z._default(z.int(), 0),
  batches: z.optional(z.set(z.string())),
  approvals: z._default(z.array(postalApproval), []),
});
const NO_DAY: z.infer<typeof dayItem> = { taken: 0, approvals: [] };

const GATE = { pk: 'postal-gate', sk: 'gate' };

/**
 * Table `letters`: pk = `postal-gate`, sk = `gate`; pk = `postal-day#` and the day,
 * sk = `day` for the provider or `tenant#` and the authority, holds how many places are taken, by which batches, and what was
 * approved.
 */
export function makeDynamoPostalGates({ client, tableName, gather }: LettersTable): PostalGates {
  const readItem = makeReadItem(client, tableName, gather);
  const updateItem = makeUpdateItem(client, tableName);
  const readDay = async (day: Day) => {
    const item = await readItem(keyOf(day));
    return item ? dayItem.parse(item) : NO_DAY;
  };

  return {
    read: async () => {
      const item = await readItem(GATE);
      return item ? postalGate.parse(item) : NEVER_SHUT;
    },
    set: async (gate) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...GATE, ...gate } }));
    },

    ...makePostalLimits({ client, tableName }),

    limitDay: async (of) => {
      const { taken, approvals } = await readDay(of);
      return { taken, approvals };
    },
    approve: async (tenantId, approval) => {
      await updateItem({
        key: keyOf({ day: approval.day, tenantId }),
        set: ['approvals = list_append(if_not_exists(approvals, :none), :new)'],
        values: { ':none': [], ':new': [approval] },
      });
    },

    takenOn: async (day) => (await readDay({ day })).taken,

    takePlaces: async ({ batchId, letters }, { places, ...day }) => {
      const taken = await conditionHeld(
        updateItem({
          key: keyOf(day),
          add: ['batches :batch', 'taken :letters'],
          condition: 'attribute_not_exists(taken) OR (NOT contains(batches, :name) AND taken <= :most)',
          values: {
            ':batch': new Set([batchId]),
            ':name': batchId,
            ':letters': letters.length,
            ':most': places - letters.length,
          },
        }),
      );
      return taken || (await readDay(day)).batches?.has(batchId) === true;
    },
  };
}

type Day = Omit<DayPlaces, 'places'>;

function keyOf({ day, tenantId }: Day): Key {
  return { pk: `postal-day#${day}`, sk: tenantId === undefined ? 'day' : `tenant#${tenantId}` };
}
