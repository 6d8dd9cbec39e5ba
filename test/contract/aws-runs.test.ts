import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const dynamo = mockClient(client);
const queryItems = makeQueryItems(client, 'messages');

const item = (sk: string) => ({ pk: '1', sk });

/** Two items, then a page that ends with nothing in it, then a third. */
function inThreePages() {
  dynamo
    .on(QueryCommand)
    .resolvesOnce({ Items: [item('a'), item('b')], LastEvaluatedKey: item('b') })
    .resolvesOnce({ Items: [], LastEvaluatedKey: item('c') })
    .resolvesOnce({ Items: [item('d')] });
}

beforeEach(() => {
  dynamo.reset();
  dynamo.on(QueryCommand).resolves({ Items: [] });
});

describe('a run of items in DynamoDB', () => {
  it('goes on where DynamoDB ended a page, an empty one too, until all is read', async () => {
    inThreePages();
    expect(await queryItems({ pk: '1' })).toEqual([item('a'), item('b'), item('d')]);
    expect(dynamo).toHaveReceivedNthCommandWith(QueryCommand, 2, { ExclusiveStartKey: item('b') });
    expect(dynamo).toHaveReceivedNthCommandWith(QueryCommand, 3, { ExclusiveStartKey: item('c') });
  });

  it('asks for what is left of its limit, and no more once it has it', async () => {
    inThreePages();
    expect(await queryItems({ pk: '1', limit: 3 })).toEqual([item('a'), item('b'), item('d')]);
    expect(dynamo).toHaveReceivedNthCommandWith(QueryCommand, 1, { Limit: 3 });
    expect(dynamo).toHaveReceivedNthCommandWith(QueryCommand, 3, { Limit: 1 });
    dynamo.on(QueryCommand).resolves({ Items: [item('a')], LastEvaluatedKey: item('a') });
    expect(await queryItems({ pk: '1', limit: 1 })).toEqual([item('a')]);
    expect(dynamo).toHaveReceivedCommandTimes(QueryCommand, 4);
  });

  it.each([
    [{ pk: '1' }, { KeyConditionExpression: 'pk = :pk', ScanIndexForward: true }],
    [
      { pk: '1', begins: 'a#', newestFirst: true },
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
        ExpressionAttributeValues: { ':pk': '1', ':begins': 'a#' },
        ScanIndexForward: false,
      },
    ],
    [
      { pk: '1', between: [2, 9] as const, after: item('b') },
      {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': '1', ':from': 2, ':to': 9 },
        ExclusiveStartKey: item('b'),
      },
    ],
  ])('reads %j strongly consistently', async (run, asked) => {
    await queryItems(run);
    expect(dynamo).toHaveReceivedCommandWith(QueryCommand, { TableName: 'messages', ConsistentRead: true, ...asked });
  });
});
