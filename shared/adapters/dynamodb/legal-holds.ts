import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateItem, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { shardNumber } from '#shared/adapters/dynamodb/wake';
import { type MessageId, messageId } from '#shared/domain/message/ids';
import { type LegalHold, coverOf, legalHold } from '#shared/domain/retention/legal-hold';
import type { LegalHolds } from '#shared/ports/legal-holds';

const cover = z.object({ ids: z.optional(z.set(z.string())) });
const board = z.object({ version: z._default(z.int(), 0), ids: z.optional(z.set(z.string())) });
const holdName = z.tuple([z.string(), z.string()]);

/** Boards that endings are spread over; entering a hold raises them all. */
const BOARDS = 32;

interface HoldsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/**
 * Table `messages`: pk = `legal-hold#`, owner and id, sk = `legal-hold`; pk = `legal-cover#` and what it lies on, sk =
 * `legal-cover` holds the names of holds that lie on it or once did: the hold itself is the truth; pk = `endings#` and a
 * number, sk = `endings` is a board.
 */
export function makeDynamoLegalHolds({ client, tableName }: HoldsTable): LegalHolds {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (owner: string, holdId: string): Promise<LegalHold | undefined> => {
    const item = await readItem(keyOf(owner, holdId));
    return item && legalHold.parse(item);
  };
  return {
    read,

    put: async (hold) => {
      const name = JSON.stringify([hold.owner, hold.holdId]);
      const values = { ':name': new Set([name]) };
      const on = coverOf(hold.scope);
      if (!hold.liftedAt) await updateItem({ key: coverKey(on), add: ['ids :name'], values });
      const Item = { ...keyOf(hold.owner, hold.holdId), ...hold };
      const { Attributes } = await client.send(new PutCommand({ TableName: tableName, Item, ReturnValues: 'ALL_OLD' }));
      const before = Attributes && coverOf(legalHold.parse(Attributes).scope);
      const off = hold.liftedAt ? on : before;
      if (off !== undefined && (hold.liftedAt || off !== on))
        await updateItem({ key: coverKey(off), drop: ['ids :name'], values });
      return Attributes === undefined;
    },

    isCovered: async (names) => {
      const found = await Promise.all(names.map(async (name) => holdsOn(name)));
      return found.flat().some((hold) => hold.liftedAt === undefined && names.includes(coverOf(hold.scope)));
    },

    ...makeBoards(updateItem, async (key) => board.parse((await readItem(key)) ?? {})),
  };

  async function holdsOn(name: string): Promise<LegalHold[]> {
    const ids = cover.parse((await readItem(coverKey(name))) ?? {}).ids ?? new Set();
    const found = await Promise.all([...ids].map(async (id) => read(...holdName.parse(JSON.parse(id)))));
    return found.filter((each) => each !== undefined);
  }
}

function makeBoards(
  updateItem: UpdateItem,
  readBoard: (key: { pk: string; sk: string }) => Promise<z.infer<typeof board>>,
): Pick<LegalHolds, 'version' | 'begin' | 'finish' | 'raise'> {
  return {
    version: async (id) => (await readBoard(boardKeyOf(id))).version,

    begin: async ({ messageId: id, by, version }) =>
      conditionHeld(
        updateItem({
          key: boardKeyOf(id),
          add: ['ids :id'],
          ...(version === 0
            ? { condition: 'attribute_not_exists(version)', values: { ':id': new Set([entryOf(id, by)]) } }
            : { condition: 'version = :seen', values: { ':id': new Set([entryOf(id, by)]), ':seen': version } }),
        }),
      ),

    finish: async ({ messageId: id, by }) => {
      await updateItem({ key: boardKeyOf(id), drop: ['ids :id'], values: { ':id': new Set([entryOf(id, by)]) } });
    },

    raise: async () => {
      const boards = await Promise.all(
        Array.from({ length: BOARDS }, async (_, n) =>
          updateItem({ key: boardKey(n), add: ['version :one'], values: { ':one': 1 }, returning: 'ALL_NEW' }),
        ),
      );
      return boards
        .flatMap((each) => [...(board.parse(each).ids ?? [])])
        .map((entry) => messageId.parse(Number(entry.split('/')[0])));
    },
  };
}

function entryOf(id: MessageId, by: string): string {
  return `${id}/${by}`;
}

function keyOf(owner: string, holdId: string) {
  return { pk: `legal-hold#${owner}#${holdId}`, sk: 'legal-hold' };
}

function coverKey(on: string) {
  return { pk: `legal-cover#${on}`, sk: 'legal-cover' };
}

function boardKey(n: number) {
  return { pk: `endings#${n}`, sk: 'endings' };
}

function boardKeyOf(id: MessageId) {
  return boardKey(shardNumber(String(id), BOARDS));
}
