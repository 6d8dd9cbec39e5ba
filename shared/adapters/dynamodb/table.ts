import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';

/** A stored item before its schema has looked at it. */
export type Item = Record<string, unknown>;

export interface Key {
  readonly pk: string;
  readonly sk: string | number;
}

/** Strongly consistent reads of one table. */
export type ReadItem = (key: Key) => Promise<Item | undefined>;

/** Most keys DynamoDB takes in one BatchGetItem. */
const MOST_KEYS = 100;

/** One reader for each client, table and time of gathering, whoever asks: reads of several kinds of item travel together. */
const readers = new WeakMap<DynamoDBDocumentClient, Map<string, ReadItem>>();

/**
 * Reads items strongly consistently; reads asked for in the same turn of the event loop travel as one BatchGetItem, so a
 * worker with ten records makes one call where it would have made ten.
 *
 * @param gather milliseconds to gather reads in, for those that records ask for one after another; the read itself is never
 * older than the question
 */
export function makeReadItem(client: DynamoDBDocumentClient, tableName: string, gather = 0): ReadItem {
  const ofClient = readers.get(client) ?? new Map<string, ReadItem>();
  readers.set(client, ofClient);
  const name = `${tableName} ${gather}`;
  const reader = ofClient.get(name) ?? newReader({ client, tableName, gather });
  ofClient.set(name, reader);
  return reader;
}

interface Reading {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly gather: number;
}

function newReader({ client, tableName, gather }: Reading): ReadItem {
  const loader = new DataLoader<Key, Item | undefined>((keys) => readAll(keys), {
    cache: false,
    maxBatchSize: MOST_KEYS,
    batchScheduleFn: gather > 0 ? (read) => setTimeout(read, gather) : undefined,
  });
  return (key) => loader.load(key);

  async function readAll(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    const [only] = unique;
    if (only && unique.length === 1) return Array<Item | undefined>(keys.length).fill(await readOne(only));
    const found = new Map<string, Item>();
    for (let wanted = unique; wanted.length > 0;) {
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: [...wanted], ConsistentRead: true } } }),
      );
      for (const item of Responses[tableName] ?? []) found.set(nameOf(item), item);
      const left = new Set((UnprocessedKeys[tableName]?.Keys ?? []).map(nameOf));
      wanted = wanted.filter((key) => left.has(nameOf(key)));
    }
    return keys.map((key) => found.get(nameOf(key)));
  }

  async function readOne(key: Key): Promise<Item | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
    return Item;
  }
}

/** Runs a conditional write; answers whether its condition held. Any other failure is a fault. */
export async function conditionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function nameOf({ pk, sk }: Item | Key): string {
  return JSON.stringify([pk, sk]);
}
