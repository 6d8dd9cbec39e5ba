import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDynamoWorkIndex } from '#shared/adapters/dynamodb/work-index';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { entriesDue } from '#test/contract/wake-entries';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const dynamo = mockClient(client);
const index = makeDynamoWorkIndex({ client, tableNames: ['messages', 'recipients'], wakeShards: 2 });

const row = (pk: string, wakeAt: string = NOON) => ({ pk, sk: 'message', wakeAt, wakeShard: 's0' });

beforeEach(() => {
  dynamo.reset();
  dynamo.on(QueryCommand).resolves({ Items: [] });
});

describe('the wake index of DynamoDB', () => {
  it('asks every shard of every table from its beginning to now', async () => {
    await entriesDue(index, NOON);
    expect(dynamo).toHaveReceivedCommandTimes(QueryCommand, 4);
    for (const [i, [table, shard]] of [
      ['messages', 's0'],
      ['messages', 's1'],
      ['recipients', 's0'],
      ['recipients', 's1'],
    ].entries())
      expect(dynamo).toHaveReceivedNthCommandWith(QueryCommand, i + 1, {
        TableName: table,
        IndexName: 'wake',
        KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :until',
        ExpressionAttributeValues: { ':shard': shard, ':until': NOON },
      });
  });

  it('goes on through a shard of several pages, an empty one among them', async () => {
    const answers = [
      { Items: [row('1')], LastEvaluatedKey: row('1') },
      { Items: [], LastEvaluatedKey: row('2') },
      { Items: [row('3')] },
    ];
    const starts: unknown[] = [];
    dynamo.on(QueryCommand).callsFake(({ ExclusiveStartKey }: { ExclusiveStartKey?: unknown }) => {
      starts.push(ExclusiveStartKey);
      return answers.shift() ?? { Items: [] };
    });
    const pages = [];
    for await (const page of index.due(NOON)) pages.push(page.length);
    expect(pages).toEqual([1, 1]);
    expect(starts.slice(0, 4)).toEqual([undefined, row('1'), row('2'), undefined]);
  });

  it('asks each shard for its first entry only to know the earliest', async () => {
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [row('1', after(NOON, HOUR))] })
      .resolvesOnce({ Items: [row('2')] })
      .resolves({ Items: [] });
    expect(await index.earliest()).toBe(NOON);
    expect(dynamo).toHaveReceivedCommandTimes(QueryCommand, 4);
    expect(dynamo).toHaveReceivedCommandWith(QueryCommand, { Limit: 1 });
  });

  it('reads the item behind an entry from its table, consistently', async () => {
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [row('7')] })
      .resolves({ Items: [] });
    dynamo.on(GetCommand).resolves({ Item: { ...row('7'), tries: 3 } });
    const [entry] = await entriesDue(index, NOON);
    expect(entry && (await index.read(entry))).toEqual({ item: { type: 'message', messageId: 7 }, tries: 3 });
    expect(dynamo).toHaveReceivedCommandWith(GetCommand, { TableName: 'messages', ConsistentRead: true });
  });

  it('moves an item on condition that it stands where it was seen', async () => {
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [row('7')] })
      .resolves({ Items: [] });
    dynamo.on(UpdateCommand).resolves({});
    const [entry] = await entriesDue(index, NOON);
    if (entry) await index.move(entry, { wakeAt: after(NOON, HOUR), tries: 4 });
    expect(dynamo).toHaveReceivedCommandExactlyOnceWith(UpdateCommand, {
      TableName: 'messages',
      Key: { pk: '7', sk: 'message' },
      UpdateExpression: 'SET wakeAt = :to, tries = :tries',
      ConditionExpression: 'wakeAt = :seen',
      ExpressionAttributeValues: { ':seen': NOON, ':to': after(NOON, HOUR), ':tries': 4 },
    });
  });

  it('knows no item of a table that is not its own', async () => {
    const stray = { item: JSON.stringify(['elsewhere', '7', 'message']), wakeAt: NOON };
    expect(await index.read(stray)).toBeUndefined();
    expect(await index.move(stray, { wakeAt: undefined, tries: 0 })).toBe(false);
  });

  it('does not guess what an item of unknown kind owes', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...row('7'), sk: 'something-new' } });
    const entry = { item: JSON.stringify(['messages', '7', 'something-new']), wakeAt: NOON };
    await expect(index.read(entry)).rejects.toThrow('unknown kind');
  });
});
