import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Key, conditionHeld } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import type { Tallies } from '#shared/ports/tallies';

const counted = z.object({ sk: z.string(), times: z.int() });

/**
 * Table `programme`: pk = `tally#`, series and month, sk = name holds a count; pk = `budget#` and name, sk = `budget` how much
 * of it the last span has used; budgets of officials stand in table `own-data`. A write that the client repeats may count twice: these are figures of how much is asked, not
 * of money.
 */
export function makeDynamoTallies({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}): Tallies {
  const updateItem = makeUpdateItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);
  const partOf = (series: string, month: string) => `tally#${series}#${month}`;
  return {
    add: async (series, month, name) => {
      await updateItem({
        key: { pk: partOf(series, month), sk: name },
        add: ['times :one'],
        values: { ':one': 1 },
      });
    },

    of: async (series, month) => {
      const items = await queryItems({ pk: partOf(series, month) });
      return new Map(items.map((item) => counted.parse(item)).map(({ sk, times }) => [sk, times]));
    },

    draw: async (budget, given) => {
      const one = { key: { pk: `budget#${budget}`, sk: 'budget' }, ...given };
      return (await takeMore(one)) || (await takeFirst(one)) || takeMore(one);
    },
  };

  async function takeMore({ key, span, most }: Draw): Promise<boolean> {
    const change = { set: ['used = used + :one'], condition: 'span = :span AND used < :most' };
    return conditionHeld(updateItem({ key, ...change, values: { ':span': span, ':most': most, ':one': 1 } }));
  }

  /** The first one of a span; another may have been quicker. */
  async function takeFirst({ key, span }: Draw): Promise<boolean> {
    const change = {
      set: ['span = :span', 'used = :one'],
      condition: 'attribute_not_exists(pk) OR span <> :span',
    };
    return conditionHeld(updateItem({ key, ...change, values: { ':span': span, ':one': 1 } }));
  }
}

interface Draw {
  readonly key: Key;
  readonly span: string;
  readonly most: number;
}
