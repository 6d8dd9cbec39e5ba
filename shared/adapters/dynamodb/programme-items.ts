import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Item, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { shardNumber } from '#shared/adapters/dynamodb/wake';
import type { Row } from '#shared/domain/programme/row';
import { canonicalJson } from '#shared/kernel/digest';
import { instant } from '#shared/kernel/time';

/**
 * Parts that the current rows of a kind are spread over: enough that an import of 10 000 rows is not held up by what one part
 * takes in a second, and so few that reading the registers whole is a query or two for each.
 */
export const ROW_SHARDS = 4;

const storedRow = z.object({
  id: z.string(),
  fields: z.record(z.string(), z.unknown()),
  version: z.int(),
  enteredAt: instant,
  /** Number of the last import that is in this version or one before it. */
  imported: z.optional(z.int()),
});
export type StoredRow = z.infer<typeof storedRow>;

export function rowPart(kind: string, shard: number): string {
  return `row#${kind}#${shard}`;
}

export function shardOfRow(id: string): number {
  return shardNumber(id, ROW_SHARDS);
}

export function versionsPart(kind: string, id: string): string {
  return `was#${kind}#${id}`;
}

export function readStored(item: Item): StoredRow {
  return storedRow.parse(item);
}

export function rowOf({ id, fields, version, enteredAt }: StoredRow): Row {
  return { ...fields, id, version, enteredAt };
}

export interface RowItems {
  readonly current: (kind: string, id: string) => Promise<StoredRow | undefined>;
  readonly version: (
    place: { readonly kind: string; readonly id: string },
    version: number,
  ) => Promise<Item | undefined>;
  /** Keeps the version that was, then puts the one that follows it. @returns whether it still followed it */
  readonly replace: (kind: string, was: StoredRow | undefined, next: StoredRow) => Promise<boolean>;
}

/** Single rows of the table `programme`. */
export function makeRowItems(client: DynamoDBDocumentClient, tableName: string): RowItems {
  const readItem = makeReadItem(client, tableName);
  const put = async (Item: Item) => client.send(new PutCommand({ TableName: tableName, Item }));
  const current = async (kind: string, id: string) => {
    const item = await readItem({ pk: rowPart(kind, shardOfRow(id)), sk: id });
    return item && readStored(item);
  };
  const version: RowItems['version'] = async ({ kind, id }, number) =>
    readItem({ pk: versionsPart(kind, id), sk: padded(number) });
  return {
    current,
    version,
    replace: async (kind, was, next) => {
      if (was) await put({ pk: versionsPart(kind, was.id), sk: padded(was.version), ...was });
      const held = await conditionHeld(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { pk: rowPart(kind, shardOfRow(next.id)), sk: next.id, ...next },
            ConditionExpression: was ? 'version = :seen' : 'attribute_not_exists(pk)',
            ExpressionAttributeValues: was ? { ':seen': was.version } : undefined,
          }),
        ),
      );
      return held || isIn(next, await writtenAs(kind, next));
    },
  };

  /** The row that has the version of `next` now. */
  async function writtenAs(kind: string, next: StoredRow): Promise<StoredRow | undefined> {
    const now = await current(kind, next.id);
    if (now === undefined || now.version <= next.version) return now;
    const item = await version({ kind, id: next.id }, next.version);
    return item && readStored(item);
  }
}

/** A write that was sent twice can fail on its own success: what it was to put is there then. */
function isIn(next: StoredRow, found: StoredRow | undefined): boolean {
  return found !== undefined && canonicalJson(found) === canonicalJson(next);
}

function padded(version: number): string {
  return String(version).padStart(9, '0');
}
