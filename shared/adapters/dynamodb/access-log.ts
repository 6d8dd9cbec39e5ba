import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Run, makeQueryItems } from '#shared/adapters/dynamodb/query';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type WakeShards, wakeAttributes } from '#shared/adapters/dynamodb/wake';
import { accessEntry } from '#shared/domain/access/access-entry';
import { yearOfLog } from '#shared/domain/access/log-year';
import type { RecipientId } from '#shared/domain/message/ids';
import { type Instant, instant } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';

export interface OwnDataTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly wakeShards: WakeShards;
}

const place = z.object({ at: instant });

const placeKey = (pk: string, entryId: string) => ({ pk, sk: `access-id#${entryId}` });
const entryKey = (pk: string, at: Instant, entryId: string) => ({ pk, sk: `access#${at}#${entryId}` });

/**
 * Table `own-data`: pk = recipient id; sk = `access-id#` and the entry's id says at which moment the entry stands, sk =
 * `access#`, moment and id is the entry, sk = `access-year#` and the moment a year is over owes the ending of that year. They
 * are put in the order place, year, entry, so an entry that is repeated at a later moment lands where it was put first, and
 * none stands without its year.
 */
export function makeDynamoAccessLog({ client, tableName, wakeShards }: OwnDataTable): AccessLog {
  const readItem = makeReadItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);

  const putOnce = async (Item: Record<string, unknown>) =>
    conditionHeld(
      client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );

  async function placeOf(owner: string, entryId: string): Promise<Instant | undefined> {
    const item = await readItem(placeKey(owner, entryId));
    return item && place.parse(item).at;
  }

  async function owe(id: RecipientId, at: Instant): Promise<void> {
    const { over, endsAt } = yearOfLog(at);
    const Item = { ...yearKey(id, over), over, ...wakeAttributes(id, endsAt, wakeShards) };
    await client.send(new PutCommand({ TableName: tableName, Item }));
  }

  return {
    owe,

    enter: async (id, entry) => {
      const { entryId } = entry;
      const isNew = await putOnce({ ...placeKey(id, entryId), at: entry.at });
      const at = isNew ? entry.at : ((await placeOf(id, entryId)) ?? entry.at);
      await owe(id, at);
      await putOnce({ ...entryKey(id, at, entryId), ...entry, at });
    },

    list: async (id, { after, limit }) => {
      const at = after === undefined ? undefined : await placeOf(id, after);
      if (after !== undefined && at === undefined) return [];
      const items = await queryItems({
        pk: id,
        begins: 'access#',
        after: after !== undefined && at !== undefined ? entryKey(id, at, after) : undefined,
        newestFirst: true,
        limit,
      });
      return items.map((item) => accessEntry.parse(item));
    },

    ...makeEndings({ client, tableName, wakeShards }),
  };
}

/** The place goes before the entry: an entry that is left behind is found again, a place would not be. */
function makeEndings({
  client,
  tableName: TableName,
  wakeShards,
}: OwnDataTable): Pick<AccessLog, 'before' | 'remove' | 'lookAgain'> {
  const queryItems = makeQueryItems(client, TableName);
  const upTo = async (id: RecipientId, { prefix, to }: Readonly<Record<'prefix' | 'to', string>>, page: Page = {}) =>
    queryItems({ pk: id, between: [prefix, `${prefix}${to}`], ...page });

  return {
    before: async (id, moment, { after, limit }) => {
      const page = { limit, after: after && entryKey(id, after.at, after.entryId) };
      return (await upTo(id, { prefix: 'access#', to: moment }, page)).map((item) => accessEntry.parse(item));
    },

    remove: async (id, entries) => {
      for (const { at, entryId } of entries)
        for (const Key of [placeKey(id, entryId), entryKey(id, at, entryId)])
          await client.send(new DeleteCommand({ TableName, Key }));
    },

    lookAgain: async (id, until, at) => {
      for (const item of await upTo(id, { prefix: 'access-year#', to: until })) {
        const { over } = logYear.parse(item);
        const Key = yearKey(id, over);
        if (at === undefined) await client.send(new DeleteCommand({ TableName, Key }));
        else
          await client.send(
            new PutCommand({ TableName, Item: { ...Key, over, ...wakeAttributes(id, at, wakeShards) } }),
          );
      }
    },
  };
}

type Page = Pick<Run, 'limit' | 'after'>;

const logYear = z.object({ over: instant });

function yearKey(pk: string, over: Instant) {
  return { pk, sk: `access-year#${over}` };
}
