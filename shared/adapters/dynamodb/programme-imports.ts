import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { sha256 } from '#shared/adapters/crypto/sha256';
import type { RowItems } from '#shared/adapters/dynamodb/programme-items';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type Instant, instant, later } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import type { NewRow, ProgrammeRows } from '#shared/ports/programme-rows';

export interface ProgrammeTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Where the rows of an import lie, under `programme/imports/`. */
  readonly documents: Pick<DocumentStore, 'put' | 'read'>;
}

/** The item that commits an import. */
const BOARD = { pk: 'imports', sk: 'open' };

/** How many imports there have been, and the one that is committed and not yet applied. */
const board = z.object({
  number: z.int(),
  open: z.optional(z.object({ importId: z.string(), documentKey: z.string() })),
});
type Board = z.infer<typeof board>;

const redo = z.object({
  at: instant,
  rows: z.array(z.object({ kind: z.string(), id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

/** Rows applied side by side. */
const TOGETHER = 25;

export interface Imports {
  readonly putAll: ProgrammeRows['putAll'];
  /** Applies what is committed; afterwards every import is in whole or not at all. @returns how many there have been */
  readonly finish: () => Promise<number>;
}

/**
 * Redo log: a document with all rows, one item that commits them, then the rows one by one, by whoever comes next when
 * the writer is gone. A row carries the number of its last import, so that applying it twice changes nothing.
 */
export function makeImports({ client, tableName, documents }: ProgrammeTable, rows: RowItems): Imports {
  const readItem = makeReadItem(client, tableName);
  const apply = makeApply(documents, rows);

  return { finish: async () => (await settledBoard()).number, putAll };

  async function putAll(importId: string, newRows: readonly NewRow[], at: Instant): Promise<void> {
    for (;;) {
      const { number } = await settledBoard();
      if (await readItem(doneKey(importId))) return;
      const documentKey = await writeDocument(importId, newRows, at);
      if (await moveBoard(number, { number: number + 1, open: { importId, documentKey } })) {
        await settledBoard();
        return;
      }
    }
  }

  async function settledBoard(): Promise<Board> {
    for (;;) {
      const item = await readItem(BOARD);
      const seen = item ? board.parse(item) : { number: 0 };
      if (!seen.open) return seen;
      await apply(seen.number, seen.open.documentKey);
      await put({ ...doneKey(seen.open.importId), number: seen.number });
      await close(seen.number);
    }
  }

  /** The key names its content, so that a repeat with other rows never takes its place. */
  async function writeDocument(importId: string, newRows: readonly NewRow[], at: Instant): Promise<string> {
    const text = JSON.stringify({ at, rows: newRows });
    const documentKey = `programme/imports/${sha256(JSON.stringify([importId, text]))}`;
    await documents.put(documentKey, { bytes: new TextEncoder().encode(text), mediaType: 'application/json' });
    return documentKey;
  }

  async function moveBoard(seen: number, next: Board): Promise<boolean> {
    const condition = 'attribute_not_exists(pk) OR (#number = :seen AND attribute_not_exists(#open))';
    const command = new PutCommand({
      TableName: tableName,
      Item: { ...BOARD, ...next },
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#number': 'number', '#open': 'open' },
      ExpressionAttributeValues: { ':seen': seen },
    });
    return conditionHeld(client.send(command));
  }

  async function close(number: number): Promise<void> {
    const command = new PutCommand({
      TableName: tableName,
      Item: { ...BOARD, number },
      ConditionExpression: '#number = :seen',
      ExpressionAttributeNames: { '#number': 'number' },
      ExpressionAttributeValues: { ':seen': number },
    });
    await conditionHeld(client.send(command));
  }

  async function put(Item: Record<string, unknown>): Promise<void> {
    await client.send(new PutCommand({ TableName: tableName, Item }));
  }
}

/** Enters the rows of a document, leaving alone those that have them already. */
function makeApply(
  documents: Pick<DocumentStore, 'read'>,
  rows: RowItems,
): (number: number, documentKey: string) => Promise<void> {
  return async (number, documentKey) => {
    const document = await documents.read(documentKey);
    if (!document) throw new Error('the rows of a committed import are missing');
    const parsed = redo.parse(JSON.parse(new TextDecoder().decode(document.bytes)));
    for (let start = 0; start < parsed.rows.length; start += TOGETHER) {
      const some = parsed.rows.slice(start, start + TOGETHER);
      await Promise.all(some.map(async (row) => applyRow(row, { number, at: parsed.at })));
    }
  };

  async function applyRow({ kind, id, fields }: NewRow, { number, at }: { number: number; at: Instant }) {
    for (;;) {
      const was = await rows.current(kind, id);
      if (was?.imported !== undefined && was.imported >= number) return;
      const next = {
        id,
        fields: { ...fields },
        version: (was?.version ?? 0) + 1,
        enteredAt: later(at, was?.enteredAt ?? at),
        imported: number,
      };
      if (await rows.replace(kind, was, next)) return;
    }
  }
}

function doneKey(importId: string) {
  return { pk: `import#${importId}`, sk: 'done' };
}
