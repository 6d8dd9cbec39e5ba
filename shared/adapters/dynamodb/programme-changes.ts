import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';

const TALLY = { pk: 'changes', sk: 'rows' };

const tally = z.object({ number: z.int(), underWay: z.optional(z.set(z.string())) });
const rowName = z.tuple([z.string(), z.string(), z.string()]);

/** What is known of the changes of single rows. */
export interface Changes {
  /** While it stays the same, no row has changed but those that are named. */
  readonly number: number;
  /** Rows being changed at that moment, or by a writer that died: they have to be read again each time. */
  readonly underWay: readonly { readonly kind: string; readonly id: string }[];
}

export interface ChangeTally {
  readonly seen: () => Promise<Changes>;
  /** Writes a row. What became of a write that fails is not known, so its row stays named. */
  readonly during: <T>(row: { readonly kind: string; readonly id: string }, write: () => Promise<T>) => Promise<T>;
}

/**
 * Table `programme`: pk = `changes`, sk = `rows` counts the beginnings and the ends of writes and names the rows being
 * written, so that whoever keeps rows in memory learns by one read whether they still stand.
 */
export function makeChangeTally(client: DynamoDBDocumentClient, tableName: string): ChangeTally {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  return {
    seen: async () => {
      const item = await readItem(TALLY);
      const { number, underWay = new Set<string>() } = item ? tally.parse(item) : { number: 0 };
      const names = [...underWay].map((name) => rowName.parse(JSON.parse(name)));
      return { number, underWay: names.map(([kind, id]) => ({ kind, id })) };
    },

    during: async ({ kind, id }, write) => {
      const change = {
        key: TALLY,
        names: { '#number': 'number' },
        values: { ':one': 1, ':row': new Set([JSON.stringify([kind, id, randomUUID()])]) },
      };
      await updateItem({ ...change, add: ['#number :one', 'underWay :row'] });
      const written = await write();
      await updateItem({ ...change, add: ['#number :one'], drop: ['underWay :row'] });
      return written;
    },
  };
}
