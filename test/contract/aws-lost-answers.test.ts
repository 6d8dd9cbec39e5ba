import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDynamoDeliveryLog } from '#shared/adapters/dynamodb/delivery-log';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { makeDynamoGates } from '#shared/adapters/dynamodb/gates';
import { makeDynamoMessageLog } from '#shared/adapters/dynamodb/message-log';
import {
  claim,
  delivery,
  deliveryNo,
  gate,
  grown,
  message,
  owedNotice,
  page,
  stored,
  token,
} from '#test/builders/messages-stored';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const dynamo = mockClient(client);
const table = { client, tableName: 'table', wakeShards: 4 };

/** What the SDK reports when it has sent a write a second time and the first one was in. */
const failed = new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });

beforeEach(() => {
  dynamo.reset();
  dynamo.on(PutCommand).rejects(failed);
  dynamo.on(UpdateCommand).rejects(failed);
});

describe('a write whose answer was lost and whose repeat failed on its own success', () => {
  it('has accepted the message', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...message(1) } });
    expect(await makeDynamoMessageLog(table).put(message(1))).toMatchObject({ ok: true });
    expect(dynamo).toHaveReceivedCommandExactlyOnceWith(GetCommand, {
      TableName: 'table',
      Key: { pk: '1', sk: 'message' },
      ConsistentRead: true,
    });
  });

  it('has made the delivery', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...delivery(1) } });
    expect(await makeDynamoDeliveryLog(table).create(delivery(1))).toMatchObject({ ok: true });
  });

  it('has appended the facts', async () => {
    const after = grown(delivery(1), [stored(token('s'))]);
    dynamo.on(GetCommand).resolves({ Item: { ...after } });
    expect(await makeDynamoDeliveryLog(table).append(delivery(1), after)).toEqual({ ok: true, value: after });
  });

  it('has made the claim', async () => {
    const after = { ...delivery(1), claim: claim('mine') };
    dynamo.on(GetCommand).resolves({ Item: after });
    expect(await makeDynamoDeliveryLog(table).append(delivery(1), after)).toMatchObject({ ok: true });
  });

  it('has changed the gate', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...gate(1, { version: 2 }) } });
    const changed = await makeDynamoGates(table).change(gate(1), gate(1, { version: 2 }));
    expect(changed).toEqual({ ok: true, value: gate(1, { version: 2 }) });
  });

  it('has claimed the notice', async () => {
    const item = gate(1, { owed: { '1-new': owedNotice({ claim: claim('mine') }) } });
    dynamo.on(GetCommand).resolves({ Item: { ...item } });
    const owed = { name: '1-new', notice: owedNotice() };
    expect(await makeDynamoGates(table).claimOwed(item.recipientId, owed, claim('mine'))).toMatchObject({ ok: true });
  });

  it('has put the page', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...page(1) } });
    expect(await makeDynamoFeedPages(table).put(page(1))).toMatchObject({ ok: true });
  });
});

describe("a write that failed on another's success", () => {
  it('has accepted no message', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...message(1, { attempt: token('other') }) } });
    expect(await makeDynamoMessageLog(table).put(message(1))).toMatchObject({ refusal: { kind: 'slot-taken' } });
  });

  it('has appended no facts', async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...grown(delivery(1), [stored(token('other'))]) } });
    const after = grown(delivery(1), [stored(token('s'))]);
    expect(await makeDynamoDeliveryLog(table).append(delivery(1), after)).toMatchObject({
      refusal: { kind: 'version-conflict' },
    });
  });

  it('is a fault where nothing can be read that stood in the way', async () => {
    dynamo.on(GetCommand).resolves({});
    await expect(makeDynamoMessageLog(table).put(message(1))).rejects.toThrow('can not be read');
  });
});

describe('a write that did not fail on its condition', () => {
  it('is a fault and is not looked into', async () => {
    dynamo.on(PutCommand).rejects(new Error('ProvisionedThroughputExceededException'));
    dynamo.on(UpdateCommand).rejects(new Error('InternalServerError'));
    const log = makeDynamoDeliveryLog(table);
    await expect(makeDynamoMessageLog(table).put(message(1))).rejects.toThrow('Throughput');
    await expect(log.append(delivery(1), grown(delivery(1), [stored(token('s'))]))).rejects.toThrow('Internal');
    expect(dynamo).toHaveReceivedCommandTimes(GetCommand, 0);
  });
});

describe('reads asked for at once', () => {
  const nameOf = (n: number) => ({ pk: String(n), sk: 'delivery#1' });

  it('travel together, each key once and consistently', async () => {
    dynamo.on(BatchGetCommand).resolves({ Responses: { table: [{ ...delivery(2), ...nameOf(2) }] } });
    const log = makeDynamoDeliveryLog(table);
    const read = await Promise.all([1, 2, 2].map((n) => log.read(deliveryNo(n))));
    expect(read).toEqual([undefined, delivery(2), delivery(2)]);
    expect(dynamo).toHaveReceivedCommandExactlyOnceWith(BatchGetCommand, {
      RequestItems: { table: { Keys: [nameOf(1), nameOf(2)], ConsistentRead: true } },
    });
  });

  it('are asked for again as far as they were not answered', async () => {
    const item = (n: number) => ({ ...delivery(n), ...nameOf(n) });
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { table: [item(1)] }, UnprocessedKeys: { table: { Keys: [nameOf(3), nameOf(2)] } } })
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { table: { Keys: [nameOf(3), nameOf(2)] } } })
      .resolves({ Responses: { table: [item(3), item(2)] } });
    const log = makeDynamoDeliveryLog(table);
    const read = await Promise.all([1, 2, 3].map((n) => log.read(deliveryNo(n))));
    expect(read.map((each) => each?.deliveryId)).toEqual([1, 2, 3].map((n) => deliveryNo(n)));
    expect(dynamo).toHaveReceivedCommandTimes(BatchGetCommand, 3);
    expect(dynamo).toHaveReceivedNthCommandWith(BatchGetCommand, 3, {
      RequestItems: { table: { Keys: [nameOf(2), nameOf(3)], ConsistentRead: true } },
    });
  });

  it('are all a fault when the call fails, and not absent items', async () => {
    dynamo.on(BatchGetCommand).rejects(new Error('out of reach'));
    const log = makeDynamoDeliveryLog(table);
    const read = await Promise.allSettled([1, 2].map((n) => log.read(deliveryNo(n))));
    expect(read.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('of the deliveries of a message are strongly consistent', async () => {
    dynamo.on(QueryCommand).resolves({});
    expect(await makeDynamoDeliveryLog(table).ofMessage(message(1).messageId)).toEqual([]);
    expect(dynamo).toHaveReceivedCommandWith(QueryCommand, { ConsistentRead: true });
  });
});
