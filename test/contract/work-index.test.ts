import { describe, expect, it } from 'vitest';
import { message } from '#test/builders/messages-stored';
import { memoryStores } from '#test/builders/stores';
import { WAKE_SHARDS, dynamoForThisFile, everyItem } from '#test/builders/stores-dynamo';
import { workIndexContract } from '#test/contract/work-index.contract';

const dynamo = dynamoForThisFile();

workIndexContract('memory', async () => memoryStores());
workIndexContract('DynamoDB', dynamo.fresh);

describe('shards of the work index', () => {
  it('take about the same share of the entries each, and keep an item in its own', async () => {
    const { messages, index } = await dynamo.fresh();
    await Promise.all(Array.from({ length: 200 }, (_, i) => messages.put(message(1000 + i))));
    const before = await shards();
    for await (const page of index.due(message(1).acceptedAt))
      for (const entry of page) await index.move(entry, { wakeAt: entry.wakeAt, tries: 1 });
    const sizes = [...Map.groupBy(before.values(), (shard) => shard).values()].map(({ length }) => length);
    expect(sizes).toHaveLength(WAKE_SHARDS);
    expect(Math.min(...sizes)).toBeGreaterThan(25);
    expect(await shards()).toEqual(before);
  });

  async function shards(): Promise<Map<unknown, unknown>> {
    return new Map((await everyItem(dynamo.client())).map((item) => [item['pk'], item['wakeShard']]));
  }
});
