import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { businessRecord, personRecord } from '#shared/domain/registers/person';
import type { HashedRows } from '#shared/ports/key-rotations';
import type { BusinessRegister, PopulationRegister, RegisterEntry } from '#shared/ports/registers';
import type { IdHash, Sealer } from '#shared/ports/sealer';

interface RegistersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly sealer: Sealer;
}

type Kind = 'person' | 'business';
/** From a guardian to a child, and from a representative to an organisation. */
type Link = 'ward' | 'represented';

/** `edition` counts what was entered under an id, so that of two rows the newer is known. */
const row = z.object({ sk: z.string(), edition: z.int(), sealed: z.string() });
type Row = z.infer<typeof row>;
const content = z.object({ id: z.string(), record: z.unknown() });
/** What a link holds in place of a record. */
const linkedId = z.string();
type RowKey = Key & { readonly sk: string };
/** Rows moved at a time. */
const SOME = 100;

/**
 * Registers the hub keeps itself, for an authority without access to the national ones, for development and for tests.
 * Table `registers`: pk = `row#`, version of the key, `#` and the first two digits of the keyed hash, sk = kind, `#` and the
 * hash; the row is sealed with its id. A link lies likewise under who is named, sk = kind, `#`, the hash, `#` and the hash of
 * the row that names: written before that row and never taken away, so what is listed is checked against the row.
 */
export function makeOwnRegisters(table: RegistersTable): {
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly entry: RegisterEntry;
  readonly rows: HashedRows;
} {
  const { sealer } = table;
  const { newest, put } = makeRows(table);
  const { link, linkedTo } = makeLinks(table);

  return {
    people: {
      find: async (code) => find('person', code, personRecord),
      wardsOf: async (code) => linkedTo('ward', code),
    },
    businesses: {
      find: async (id) => find('business', id, businessRecord),
      representedBy: async (code) => linkedTo('represented', code),
    },
    entry: {
      enterPerson: async (code, person) => {
        await link('ward', person.guardians ?? [], code);
        await enter('person', code, person);
      },
      enterBusiness: async (id, business) => {
        const named = (business.representatives ?? []).map((each) => each.id);
        await link('represented', named, id);
        await enter('business', id, business);
      },
    },
    rows: makeMovingRows(table),
  };

  async function find<T extends z.ZodMiniType>(kind: Kind, id: string, schema: T): Promise<z.infer<T> | undefined> {
    const found = await newest(kind, id);
    return found && schema.parse((await opened(sealer, found)).record);
  }

  /** While somebody may know the previous version alone, the row is entered under both. */
  async function enter(kind: Kind, id: string, record: object): Promise<void> {
    const { current, previous, previousFirst } = await sealer.hashesOf(id);
    const edition = ((await newest(kind, id))?.edition ?? 0) + 1;
    if (previous && previousFirst) await put(keyOf(kind, previous), { edition, text: { id, record } });
    await put(keyOf(kind, current), { edition, text: { id, record } });
  }
}

/** Who is named in rows of others. A link has one edition, and the same one twice is one. */
function makeLinks(table: RegistersTable) {
  const { sealer } = table;
  const { put } = makeRows(table);
  const itemsUnder = makeItemsUnder(table);

  async function link(kind: Link, named: readonly string[], by: string): Promise<void> {
    await Promise.all(named.map(async (id) => linkOne(kind, id, by)));
  }

  async function linkOne(kind: Link, id: string, record: string): Promise<void> {
    const [from, to] = await Promise.all([sealer.hashesOf(id), sealer.hashesOf(record)]);
    const row = { edition: 1, text: { id, record } };
    if (from.previous && to.previous && from.previousFirst) await put(linkKey(kind, from.previous, to.previous), row);
    await put(linkKey(kind, from.current, to.current), row);
  }

  /** The previous version goes first: what the walk has moved since then stands under the current one. */
  async function linkedTo(kind: Link, id: string): Promise<string[]> {
    const { current, previous } = await sealer.hashesOf(id);
    const before = previous ? await itemsUnder(kind, previous) : [];
    const rows = [...before, ...(await itemsUnder(kind, current))];
    const ids = await Promise.all(rows.map(async (each) => linkedId.parse((await opened(sealer, each)).record)));
    return [...new Set(ids)];
  }

  return { link, linkedTo };
}

function makeItemsUnder({ client, tableName }: RegistersTable) {
  const queryItems = makeQueryItems(client, tableName);
  return async function itemsUnder(kind: Link, hash: IdHash): Promise<Row[]> {
    const { pk, sk } = keyOf(kind, hash);
    return (await queryItems({ pk, begins: `${sk}#` })).map((item) => row.parse(item));
  };
}

interface Entered {
  readonly edition: number;
  readonly text: z.infer<typeof content>;
}

function makeRows({ client, tableName, sealer }: RegistersTable) {
  const readItem = makeReadItem(client, tableName);

  async function read(kind: string, hash: IdHash): Promise<Row | undefined> {
    const item = await readItem(keyOf(kind, hash));
    return item && row.parse(item);
  }

  /** What the walk has moved between two reads stands under the current version. */
  async function newest(kind: Kind, id: string): Promise<Row | undefined> {
    const { current, previous } = await sealer.hashesOf(id);
    const [now, before] = await Promise.all([read(kind, current), previous && read(kind, previous)]);
    if (!previous) return now;
    if (now && before) return before.edition > now.edition ? before : now;
    return now ?? before ?? read(kind, current);
  }

  /** Unless a row that is as new stands there. */
  async function put(key: RowKey, { edition, text }: Entered): Promise<void> {
    const sealed = await sealer.sealText({ key: 'registers', context: key.sk, text: JSON.stringify(text) });
    const order = new PutCommand({
      TableName: tableName,
      Item: { ...key, edition, sealed },
      ConditionExpression: 'attribute_not_exists(pk) OR edition < :edition',
      ExpressionAttributeValues: { ':edition': edition },
    });
    await conditionHeld(client.send(order));
  }

  return { newest, put };
}

function makeMovingRows(table: RegistersTable): HashedRows {
  const { client, tableName, sealer } = table;
  const { put } = makeRows(table);
  const queryItems = makeQueryItems(client, tableName);

  return {
    moveSome: async (version, part) => {
      const items = await queryItems({ pk: partition(version, part), limit: SOME });
      await Promise.all(items.map(async (item) => move(version, part, row.parse(item))));
      return { moved: items.length, more: items.length > 0 };
    },
  };

  async function move(version: number, part: string, old: Row): Promise<void> {
    const text = await opened(sealer, old);
    const { current } = await sealer.hashesOf(text.id);
    if (current.version === version) throw new Error('the version that is walked is the current one');
    const [kind = '', , link] = old.sk.split('#');
    const key =
      link === undefined
        ? keyOf(kind, current)
        : linkKey(kind, current, (await sealer.hashesOf(linkedId.parse(text.record))).current);
    await put(key, { edition: old.edition, text });
    await client.send(new DeleteCommand({ TableName: tableName, Key: { pk: partition(version, part), sk: old.sk } }));
  }
}

async function opened(sealer: Sealer, { sk, sealed }: Row): Promise<z.infer<typeof content>> {
  return content.parse(JSON.parse(await sealer.openText(sk, sealed)));
}

function keyOf(kind: string, { version, hash }: IdHash): RowKey {
  return { pk: partition(version, hash.slice(0, 2)), sk: `${kind}#${hash}` };
}

function linkKey(kind: string, named: IdHash, by: IdHash): RowKey {
  const { pk, sk } = keyOf(kind, named);
  return { pk, sk: `${sk}#${by.hash}` };
}

function partition(version: number, part: string): string {
  return `row#${version}#${part}`;
}
