import { type DynamoDBDocumentClient, type QueryCommandInput, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type KeptRows, keptRows, makeRowKeeper } from '#shared/adapters/dynamodb/kept-rows';
import { makeChangeTally } from '#shared/adapters/dynamodb/programme-changes';
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
 * it. A listing goes shard by shard, so the id of its last row tells where it goes on. Rows that were read whole are kept in
 * memory: while nothing is entered, reading them again is one call.
 */
export function makeDynamoProgrammeRows(table: ProgrammeTable): ProgrammeRows {
  const items = makeRowItems(table.client, table.tableName);
  const tally = makeChangeTally(table.client, table.tableName);
  const keeper = makeRowKeeper();
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
      if (await tally.during({ kind, id }, async () => items.replace(kind, was, next))) return ok(rowOf(next));
      return refuse({ kind: 'row-changed', version: (await items.current(kind, id))?.version });
    },

    list: async (kind, after) => whole(await finish(), async () => queries.page(kind, after)),

    asOf: async (kind, moment) => {
      const { stored, rows, newestEntry } = await current(kind);
      return newestEntry === undefined || newestEntry <= moment ? rows : queries.standing({ kind, stored }, moment);
    },
  };

  /** Every row as it is now: out of memory where nothing was entered since they were read. */
  async function current(kind: string): Promise<KeptRows> {
    const [imports, { number: changes, underWay }] = await Promise.all([finish(), tally.seen()]);
    const stage = { imports, changes };
    const rows =
      keeper.find(kind, stage) ??
      keeper.keep(kind, stage, keptRows(await whole(imports, async () => queries.everyRow(kind))));
    const unsure = underWay.filter((row) => row.kind === kind);
    if (unsure.length === 0) return rows;
    const again = await Promise.all(unsure.map(async ({ id }) => items.current(kind, id)));
    const newest = [...rows.stored, ...again.filter((row) => row !== undefined)];
    return keptRows([...new Map(newest.map((row) => [row.id, row])).values()]);
  }

  /** Reads many rows again when an import came between them. @param imports how many there had been */
  async function whole<T>(imports: number, read: () => Promise<T>): Promise<T> {
    for (let seen = imports; ;) {
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

    everyRow: async (kind: string) => {
      const shards = Array.from({ length: ROW_SHARDS }, async (_, shard) => allOf(rowsIn(rowPart(kind, shard))));
      return (await Promise.all(shards)).flat();
    },

    /** Rows that are older than a moment, and of younger ones the version that stood then. */
    standing: async ({ kind, stored }: { kind: string; stored: readonly StoredRow[] }, moment: Instant) => {
      const rows = stored.map(async (row) => {
        if (row.enteredAt <= moment) return row;
        return row.version > 1 ? versionAt({ kind, id: row.id }, moment) : undefined;
      });
      return (await Promise.all(rows)).filter((row) => row !== undefined).map(rowOf);
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

async function allOf<T>(each: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}
