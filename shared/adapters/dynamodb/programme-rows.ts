import { type DynamoDBDocumentClient, type QueryCommandInput, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type ProgrammeTable, makeImports } from '#shared/adapters/dynamodb/programme-imports';
import {
  ROW_SHARDS,
  type StoredRow,
  makeRowItems,
  readStored,
  rowOf,
  rowPart,
  shardOfRow,
  versionsPart,
} from '#shared/adapters/dynamodb/programme-items';
import { ok, refuse } from '#shared/kernel/result';
import { type Instant, later } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** Rows on a page of a listing. */
const PAGE = 100;
/** Versions looked at together on the way to an older one. */
const VERSIONS = 10;

/**
 * Table `programme`: pk = `row#`, kind and a shard of the id, sk = id is a row as it is; pk = `was#`, kind and id, sk =
 * version is one as it was. A writer keeps the old version first and then puts the new one on condition that it follows
 * it. A listing goes shard by shard, so the id of its last row tells where it goes on.
 */
export function makeDynamoProgrammeRows(table: ProgrammeTable): ProgrammeRows {
  const items = makeRowItems(table.client, table.tableName);
  const queries = makeQueries(table);
  const { putAll, finish } = makeImports(table, items);

  return {
    putAll,

    read: async (kind, id) => {
      await finish();
      const found = await items.current(kind, id);
      return found && rowOf(found);
    },

    put: async ({ kind, id, fields }, { at, follows }) => {
      await finish();
      const was = await items.current(kind, id);
      if (was?.version !== follows) return refuse({ kind: 'row-changed', version: was?.version });
      const next: StoredRow = {
        id,
        fields: { ...fields },
        version: (follows ?? 0) + 1,
        enteredAt: later(at, was?.enteredAt ?? at),
        imported: was?.imported,
      };
      if (await items.replace(kind, was, next)) return ok(rowOf(next));
      return refuse({ kind: 'row-changed', version: (await items.current(kind, id))?.version });
    },

    list: async (kind, after) => whole(async () => queries.page(kind, after)),

    asOf: async (kind, moment) =>
      whole(async () => {
        const shards = Array.from({ length: ROW_SHARDS }, async (_, shard) =>
          queries.shardAsOf({ kind, shard }, moment),
        );
        const rows = (await Promise.all(shards)).flat();
        return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(rowOf);
      }),
  };

  /** Reads many rows again when an import came between them. */
  async function whole<T>(read: () => Promise<T>): Promise<T> {
    for (let seen = await finish(); ;) {
      const found = await read();
      const now = await finish();
      if (now === seen) return found;
      seen = now;
    }
  }
}

function makeQueries({ client, tableName }: { client: DynamoDBDocumentClient; tableName: string }) {
  const inPart = { TableName: tableName, ConsistentRead: true, KeyConditionExpression: 'pk = :part' };

  return {
    page: async (kind: string, after?: string) => {
      const found: StoredRow[] = [];
      for (let shard = after === undefined ? 0 : shardOfRow(after); shard < ROW_SHARDS; shard += 1) {
        const isFirst = after !== undefined && shard === shardOfRow(after);
        for await (const row of rowsIn(rowPart(kind, shard), isFirst ? after : undefined, PAGE + 1)) {
          if (found.length === PAGE) return { rows: found.map(rowOf), next: found.at(-1)?.id };
          found.push(row);
        }
      }
      return { rows: found.map(rowOf) };
    },

    shardAsOf: async ({ kind, shard }: { kind: string; shard: number }, moment: Instant) => {
      const rows: Promise<StoredRow | undefined>[] = [];
      for await (const row of rowsIn(rowPart(kind, shard)))
        if (row.enteredAt <= moment) rows.push(Promise.resolve(row));
        else if (row.version > 1) rows.push(versionAt({ kind, id: row.id }, moment));
      return (await Promise.all(rows)).filter((row) => row !== undefined);
    },
  };

  /** @param pageSize absent: as much as a query gives, a megabyte */
  async function* rowsIn(part: string, after?: string, pageSize?: number): AsyncGenerator<StoredRow> {
    const values = { ':part': part, ...(after === undefined ? {} : { ':after': after }) };
    const condition = after === undefined ? inPart.KeyConditionExpression : 'pk = :part AND sk > :after';
    yield* rowsOf({ ...inPart, KeyConditionExpression: condition, ExpressionAttributeValues: values }, pageSize);
  }

  async function versionAt(
    { kind, id }: { kind: string; id: string },
    moment: Instant,
  ): Promise<StoredRow | undefined> {
    const newestFirst = { ScanIndexForward: false, ExpressionAttributeValues: { ':part': versionsPart(kind, id) } };
    for await (const row of rowsOf({ ...inPart, ...newestFirst }, VERSIONS)) if (row.enteredAt <= moment) return row;
    return undefined;
  }

  async function* rowsOf(query: QueryCommandInput, pageSize?: number): AsyncGenerator<StoredRow> {
    for await (const { Items = [] } of paginateQuery({ client, pageSize }, query)) yield* Items.map(readStored);
  }
}
