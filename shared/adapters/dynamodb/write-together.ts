import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/dynamodb/table';

/** A write without a condition: it may be done twice, and beside others of the same call in any order. */
export type PlainWrite = { readonly put: Item & Key } | { readonly remove: Key };

/** Most writes DynamoDB takes in one BatchWriteItem. */
const MOST = 25;

/**
 * Does writes of different items of one table in as few calls as there can be. Where it fails, some may have been done.
 */
export function makeWriteTogether(client: DynamoDBDocumentClient, tableName: string) {
  return async (writes: readonly PlainWrite[]): Promise<void> => {
    for (let start = 0; start < writes.length; start += MOST) await writeSome(writes.slice(start, start + MOST));
  };

  async function writeSome(writes: readonly PlainWrite[]): Promise<void> {
    let requests = writes.map((write) =>
      'put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: { ...write.remove } } },
    );
    while (requests.length > 0) {
      const { UnprocessedItems = {} } = await client.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: requests } }),
      );
      const left = new Set((UnprocessedItems[tableName] ?? []).map(nameOf));
      requests = requests.filter((request) => left.has(nameOf(request)));
    }
  }
}

interface Request {
  readonly PutRequest?: { readonly Item: Item | undefined };
  readonly DeleteRequest?: { readonly Key: Item | undefined };
}

function nameOf({ PutRequest, DeleteRequest }: Request): string {
  const { pk, sk } = PutRequest?.Item ?? DeleteRequest?.Key ?? {};
  return JSON.stringify([pk, sk]);
}
