import * as z from 'zod/mini';
import { type CallName, targetIn } from '#bench/counts/call';
import { type IndexKeys, type StoredItem, indexUnits, writeUnits } from '#bench/counts/item-size';
import type { Pass, Passed, Passing, Service } from '#bench/counts/wire-meter';
import { TABLES } from '#shared/contracts/tables';

const storedItem = z.record(z.string(), z.record(z.string(), z.unknown()));
const key = z.object({ pk: z.record(z.string(), z.unknown()), sk: z.record(z.string(), z.unknown()) });
const write = z.object({
  TableName: z.string(),
  Key: z.optional(key),
  Item: z.optional(z.looseObject({ pk: key.shape.pk, sk: key.shape.sk })),
});
const found = z.object({ Item: z.optional(storedItem) });

type Write = z.infer<typeof write>;

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];
const NO_DATA = ['CreateTable'];

/**
 * DynamoDB weighs a write by the item before and after it, so the meter reads both, and keeps other writes of that item
 * waiting meanwhile. A write of a kind it has no rule for stops the bench rather than count as nothing.
 */
export function dynamo(): Service {
  const queues = new Map<string, Promise<unknown>>();

  return {
    nameOf: jsonName('DynamoDB'),
    weigh: async (passing, pass) => {
      const { operation } = jsonName('DynamoDB')(passing);
      if (![...READS, ...WRITES, ...NO_DATA].includes(operation)) throw new Error(`${operation} has no rule of weight`);
      if (!WRITES.includes(operation)) return { passed: await pass(passing), units: 0, indexUnits: 0 };
      const written = write.parse(jsonIn(passing));
      return inTurn(JSON.stringify([written.TableName, keyOf(written)]), () => weighWrite(written, passing, pass));
    },
  };

  async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
    queues.set(name, turn);
    return turn;
  }
}

async function weighWrite(written: Write, passing: Passing, pass: Pass) {
  const before = await itemOf(written, passing, pass);
  const passed = await pass(passing);
  const after = await itemOf(written, passing, pass);
  const indexes = indexesOf(written.TableName).map((index) => indexUnits(index, before, after));
  return {
    passed,
    units: writeUnits(before, passed.status === 200 ? after : attempted(written)),
    indexUnits: indexes.reduce((sum, units) => sum + units, 0),
  };
}

/** A refused put is billed by the item it would have put. What a refused update would have made is not known. */
function attempted({ Item }: Write): StoredItem | undefined {
  return Item && storedItem.parse(Item);
}

async function itemOf(written: Write, { headers }: Passing, pass: Pass): Promise<StoredItem | undefined> {
  const { TableName } = written;
  const body = Buffer.from(JSON.stringify({ TableName, Key: keyOf(written), ConsistentRead: true }));
  const read = {
    method: 'POST',
    path: '/',
    headers: { ...headers, 'x-amz-target': 'DynamoDB_20120810.GetItem' },
    body,
  };
  return found.parse(jsonIn(await pass(read))).Item;
}

function keyOf({ Key, Item }: Write): z.infer<typeof key> {
  return key.parse(Key ?? { pk: Item?.pk, sk: Item?.sk });
}

function indexesOf(tableName: string): readonly IndexKeys[] {
  const table = Object.entries(TABLES).find(([name]) => tableName.endsWith(`-${name}`));
  if (!table) throw new Error(`no such table: ${tableName}`);
  return table[1].indexes;
}

export const queues: Service = { nameOf: jsonName('SQS') };

/** SES takes a form. */
export const mail: Service = {
  nameOf: ({ body }) => ({
    service: 'SES',
    operation: new URLSearchParams(String(body)).get('Action') ?? '',
    target: '',
  }),
};

const OBJECT_OPERATIONS = new Map([
  ['PUT', 'PutObject'],
  ['GET', 'GetObject'],
  ['DELETE', 'DeleteObject'],
]);

/** S3 is told by the method. */
export const objects: Service = {
  nameOf: ({ method }) => ({ service: 'S3', operation: OBJECT_OPERATIONS.get(method) ?? method, target: '' }),
};

/** Services that take JSON name the operation in a header. */
function jsonName(service: string): (passing: Passing) => CallName {
  return (passing) => ({
    service,
    operation: String(passing.headers['x-amz-target']).split('.').at(-1) ?? '',
    target: targetIn(jsonIn(passing)),
  });
}

function jsonIn({ body }: Pick<Passed, 'body'>): unknown {
  return JSON.parse(String(body));
}
