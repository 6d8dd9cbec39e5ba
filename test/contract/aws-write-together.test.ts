import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { makeWriteTogether } from '#shared/adapters/dynamodb/write-together';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const rowNo = (n: number) => ({ put: { pk: 'osa', sk: `rivi-${n}`, n } });

function writing() {
  const mock = mockClient(client);
  const sizes = () =>
    mock.commandCalls(BatchWriteCommand).map(({ args: [{ input }] }) => input.RequestItems?.['taulu']?.length);
  return { mock, sizes, write: makeWriteTogether(client, 'taulu') };
}

describe('writes without a condition', () => {
  it('travel 25 together, and not at all where there are none', async () => {
    const { mock, sizes, write } = writing();
    mock.on(BatchWriteCommand).resolves({});
    await write([]);
    expect(sizes()).toEqual([]);
    await write(Array.from({ length: 60 }, (_, n) => rowNo(n)));
    expect(sizes()).toEqual([25, 25, 10]);
  });

  it('are sent again as far as they were left undone, removals too', async () => {
    const { mock, write, sizes } = writing();
    const left = { DeleteRequest: { Key: { pk: 'osa', sk: 'vanha' } } };
    mock
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { taulu: [left] } })
      .resolves({});
    await write([rowNo(1), { remove: { pk: 'osa', sk: 'vanha' } }]);
    expect(sizes()).toEqual([2, 1]);
    expect(mock.commandCalls(BatchWriteCommand)[1]?.args[0].input.RequestItems).toEqual({ taulu: [left] });
  });

  it('that fail are told of', async () => {
    const { mock, write } = writing();
    mock.on(BatchWriteCommand).rejects(new Error('away'));
    await expect(write([rowNo(1)])).rejects.toThrow('away');
  });
});
