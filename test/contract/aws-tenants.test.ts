import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON, SENDER, SYSTEM } from '#test/builders/messages';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const dynamo = mockClient(client);

describe('tenants kept in memory', () => {
  beforeEach(() => {
    dynamo.reset();
    dynamo.on(GetCommand).resolves({ Item: { ...SENDER } });
    dynamo.on(PutCommand).resolves({});
  });

  function make() {
    const state = { now: NOON };
    const tenants = makeDynamoTenants({ client, tableName: 'tenants', clock: () => state.now });
    return { tenants, pass: (ms: number) => (state.now = after(state.now, ms)) };
  }

  it('are asked for once a minute', async () => {
    const { tenants, pass } = make();
    await tenants.system(SYSTEM);
    pass(MINUTE - 1);
    expect(await tenants.system(SYSTEM)).toEqual(SENDER);
    expect(dynamo).toHaveReceivedCommandTimes(GetCommand, 1);
    pass(1);
    await tenants.system(SYSTEM);
    expect(dynamo).toHaveReceivedCommandTimes(GetCommand, 2);
  });

  it('that are not there are asked for each time', async () => {
    const { tenants } = make();
    dynamo.on(GetCommand).resolves({});
    await tenants.system(SYSTEM);
    expect(await tenants.system(SYSTEM)).toBeUndefined();
    expect(dynamo).toHaveReceivedCommandTimes(GetCommand, 2);
  });

  it('that are replaced here are asked for again at once', async () => {
    const { tenants } = make();
    await tenants.system(SYSTEM);
    await tenants.putSystem(SENDER);
    await tenants.system(SYSTEM);
    expect(dynamo).toHaveReceivedCommandTimes(GetCommand, 2);
  });
});
