import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDynamoAccessLog } from '#shared/adapters/dynamodb/access-log';
import { makeDynamoDataRequests } from '#shared/adapters/dynamodb/data-requests';
import { makeDynamoErasures } from '#shared/adapters/dynamodb/erasures';
import { makeDynamoLegalHolds } from '#shared/adapters/dynamodb/legal-holds';
import { makeDynamoMandates } from '#shared/adapters/dynamodb/mandates';
import { type AccessEntry, accessEntry } from '#shared/domain/access/access-entry';
import { erasure } from '#shared/domain/own-data/erasure';
import { NOON, TENANT } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const dynamo = mockClient(client);
const table = { client, tableName: 'own-data', wakeShards: 4 };
const OWNER = recipientNo(1);
const entry: AccessEntry = accessEntry.parse({
  entryId: 'e-1',
  at: NOON,
  act: 'CONSENT_SHOWN',
  by: { role: 'OFFICIAL' },
});

/** What the SDK reports when it has sent a write a second time and the first one was in. */
const failed = new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });

const written = () => dynamo.commandCalls(PutCommand).map((call) => String(call.args[0].input.Item?.['sk']));

beforeEach(() => {
  dynamo.reset();
  dynamo.on(PutCommand).resolves({});
  dynamo.on(DeleteCommand).resolves({});
  dynamo.on(QueryCommand).resolves({ Items: [] });
  dynamo.on(GetCommand).resolves({});
});

describe('the log of who looked', () => {
  it('writes where an entry stands, then the year it owes, then the entry', async () => {
    await makeDynamoAccessLog(table).enter(OWNER, entry);
    expect(written()).toEqual(['access-id#e-1', 'access-year#2026-12-31T22:00:00.000Z', `access#${NOON}#e-1`]);
  });

  it('lands a repeat where it stood first, and takes a lost answer for one', async () => {
    dynamo.on(PutCommand, { ConditionExpression: 'attribute_not_exists(pk)' }).rejects(failed);
    dynamo.on(GetCommand).resolves({ Item: { at: NOON } });
    await makeDynamoAccessLog(table).enter(OWNER, {
      ...entry,
      at: accessEntry.shape.at.parse('2027-05-01T00:00:00.000Z'),
    });
    expect(written().at(-1)).toBe(`access#${NOON}#e-1`);
  });

  it('removes the place before the entry, so that what is left behind is found again', async () => {
    await makeDynamoAccessLog(table).remove(OWNER, [entry]);
    const removed = dynamo.commandCalls(DeleteCommand).map((call) => call.args[0].input.Key?.['sk']);
    expect(removed).toEqual(['access-id#e-1', `access#${NOON}#e-1`]);
  });

  it('lets a fault of the table through', async () => {
    dynamo.on(PutCommand).rejects(new Error('throttled'));
    await expect(makeDynamoAccessLog(table).enter(OWNER, entry)).rejects.toThrow('throttled');
  });
});

describe('a request for own data', () => {
  const line = { recipientId: OWNER, tenantId: TENANT, requestId: 'q-1', receivedAt: NOON };

  it('is removed before its person’s line, so that what is left behind is found again', async () => {
    await makeDynamoDataRequests(table).remove(line);
    const removed = dynamo.commandCalls(DeleteCommand).map((call) => call.args[0].input.Key?.['pk']);
    expect(removed).toEqual([`requests#${TENANT}`, `open#${TENANT}`, 'request#q-1', OWNER]);
  });

  it('that is gone, or never came to be, is found by its line', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [line] });
    const found = await makeDynamoDataRequests(table).before(OWNER, NOON, { limit: 5 });
    expect(found).toEqual([{ ...line, request: undefined }]);
  });
});

describe('what is read before it is decided on', () => {
  it.each([
    ['erasures', async () => makeDynamoErasures(table).unfinished(OWNER)],
    ['the newest erasure', async () => makeDynamoErasures(table).newest(OWNER)],
    ['the log', async () => makeDynamoAccessLog(table).list(OWNER, { limit: 5 })],
    ['requests', async () => makeDynamoDataRequests(table).ofRecipient(OWNER, { limit: 5 })],
    ['mandates given', async () => makeDynamoMandates(table).givenBy(OWNER)],
    ['mandates held', async () => makeDynamoMandates(table).heldBy(OWNER)],
  ])('is read consistently: %s', async (_, read) => {
    await read();
    expect(dynamo).toHaveReceivedCommand(QueryCommand);
    for (const call of dynamo.commandCalls(QueryCommand)) expect(call.args[0].input.ConsistentRead).toBe(true);
  });

  it('is read consistently: what a legal hold lies on', async () => {
    expect(await makeDynamoLegalHolds(table).isCovered(['everything'])).toBe(false);
    expect(dynamo).toHaveReceivedCommandWith(GetCommand, { ConsistentRead: true });
  });
});

describe('an erasure', () => {
  it('stands in the wake index until it is done', async () => {
    const started = erasure.parse({
      erasureId: 'x',
      recipientId: OWNER,
      at: NOON,
      state: 'STARTED',
      withdrawConsent: true,
      erased: [],
      wakeAt: NOON,
    });
    await makeDynamoErasures(table).put(started);
    await makeDynamoErasures(table).put({ ...started, wakeAt: undefined, state: 'DONE' });
    const shards = dynamo.commandCalls(PutCommand).map((call) => typeof call.args[0].input.Item?.['wakeShard']);
    expect(shards).toEqual(['string', 'undefined']);
  });
});
