import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { type StandIn, startDynamo } from '#local/stand-ins/dynamo';
import { createTables, tableName } from '#local/stand-ins/tables';
import { makeDynamoAccessLog } from '#shared/adapters/dynamodb/access-log';
import { makeDynamoAttachmentLog } from '#shared/adapters/dynamodb/attachment-log';
import { makeDynamoConsentFeed } from '#shared/adapters/dynamodb/consent-feed';
import { makeDynamoCorrespondence } from '#shared/adapters/dynamodb/correspondence';
import { makeDynamoDataRequests } from '#shared/adapters/dynamodb/data-requests';
import { makeDynamoDeliveryLog } from '#shared/adapters/dynamodb/delivery-log';
import { makeDynamoErasures } from '#shared/adapters/dynamodb/erasures';
import { makeDynamoExceptions } from '#shared/adapters/dynamodb/exceptions';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { makeDynamoGates } from '#shared/adapters/dynamodb/gates';
import { makeDynamoInboundLog } from '#shared/adapters/dynamodb/inbound-log';
import { makeDynamoInventories } from '#shared/adapters/dynamodb/inventories';
import { makeDynamoKeptContents } from '#shared/adapters/dynamodb/kept-contents';
import { makeDynamoLegalHolds } from '#shared/adapters/dynamodb/legal-holds';
import { makeDynamoKeyRotations } from '#shared/adapters/dynamodb/key-rotations';
import { makeDynamoKeyStore } from '#shared/adapters/dynamodb/key-store';
import { makeDynamoPostiAccounts } from '#shared/adapters/dynamodb/posti-accounts';
import { makeDynamoRelayMark } from '#shared/adapters/dynamodb/relay-mark';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { makeDynamoBatches } from '#shared/adapters/dynamodb/batches';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeDynamoAliases, makeDynamoEntries } from '#shared/adapters/dynamodb/mailboxes';
import { makeDynamoMandates } from '#shared/adapters/dynamodb/mandates';
import { makeDynamoMatters } from '#shared/adapters/dynamodb/matters';
import { makeDynamoMessageLog } from '#shared/adapters/dynamodb/message-log';
import { makeDynamoObstacles } from '#shared/adapters/dynamodb/obstacles';
import { makeDynamoOutages } from '#shared/adapters/dynamodb/outages';
import { makeDynamoOwnRecords } from '#shared/adapters/dynamodb/own-records';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { makeDynamoTallies } from '#shared/adapters/dynamodb/tallies';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { makeDynamoTrash } from '#shared/adapters/dynamodb/trash';
import { makeDynamoTrafficCounts } from '#shared/adapters/dynamodb/traffic-counts';
import { makeDynamoWorkIndex } from '#shared/adapters/dynamodb/work-index';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeMemorySealedDays } from '#shared/adapters/memory/sealed-days';
import { TABLES } from '#shared/contracts/tables';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { NOON } from '#test/builders/messages';
import { type ReadConsents, type StoresUnderTest, testSealer } from '#test/builders/stores';

/** What makes the stand-in for DynamoDB keep its tables in memory. */
const IN_MEMORY = '';
/** Most keys one BatchWriteItem takes. */
const MOST = 25;
export const WAKE_SHARDS = 4;

const NAMES = Object.keys(TABLES);

export interface TestTables {
  readonly client: () => DynamoDBDocumentClient;
  /** Empties every table and opens its adapters anew. */
  readonly fresh: () => Promise<StoresUnderTest>;
}

/** Starts dynalite for the tests of a file and stops it after them. */
export function dynamoForThisFile(): TestTables {
  const running: { standIn?: StandIn; client?: DynamoDBDocumentClient } = {};

  beforeAll(async () => {
    running.standIn = await startDynamo(IN_MEMORY);
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const plain = new DynamoDBClient({ endpoint: running.standIn.endpoint, region: 'eu-north-1', credentials });
    await createTables(plain);
    running.client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  });
  afterAll(async () => {
    running.client?.destroy();
    await running.standIn?.stop();
  });

  function client(): DynamoDBDocumentClient {
    if (!running.client) throw new Error('the tables are open only while tests run');
    return running.client;
  }
  return {
    client,
    fresh: async () => {
      for (const name of NAMES) await empty(client(), tableName(name));
      return dynamoStores(client());
    },
  };
}

export function dynamoStores(client: DynamoDBDocumentClient): StoresUnderTest {
  const table = (name: string) => ({ client, tableName: tableName(name), wakeShards: WAKE_SHARDS });
  const [messages, recipients] = [table('messages'), table('recipients')];
  return {
    messages: makeDynamoMessageLog(messages),
    deliveries: makeDynamoDeliveryLog(messages),
    attachments: makeDynamoAttachmentLog(messages),
    inbound: makeDynamoInboundLog(messages),
    contents: makeDynamoKeptContents(messages),
    holds: makeDynamoLegalHolds(messages),
    inventories: makeDynamoInventories(messages),
    aliases: makeDynamoAliases(recipients),
    gates: makeDynamoGates(recipients),
    entries: makeDynamoEntries(recipients),
    trash: makeDynamoTrash(recipients),
    correspondence: makeDynamoCorrespondence(recipients),
    matters: makeDynamoMatters(recipients),
    mandates: makeDynamoMandates(table('mandates')),
    ownRecords: makeDynamoOwnRecords(recipients),
    exceptions: makeDynamoExceptions(recipients),
    outages: makeDynamoOutages(recipients),
    accessLog: makeDynamoAccessLog(table('own-data')),
    dataRequests: makeDynamoDataRequests(table('own-data')),
    erasures: makeDynamoErasures(table('own-data')),
    obstacles: makeDynamoObstacles(messages),
    feed: makeDynamoFeedPages(table('feed')),
    consentFeed: makeDynamoConsentFeed(table('feed')),
    shelf: makeDynamoLetterShelf(table('letters')),
    batches: makeDynamoBatches(table('letters')),
    postalGates: makeDynamoPostalGates(table('letters')),
    accounts: makeDynamoPostiAccounts(table('letters')),
    relayMark: makeDynamoRelayMark(table('letters')),
    tenants: makeDynamoTenants({ ...table('tenants'), clock: () => NOON }),
    ...makeOwnRegisters({ ...table('registers'), sealer: testSealer() }),
    programme: makeDynamoProgrammeRows({ ...table('programme'), documents: makeMemoryDocuments() }),
    tallies: makeDynamoTallies(table('programme')),
    keys: makeDynamoKeyStore(table('keys')),
    rotations: makeDynamoKeyRotations(table('keys')),
    index: makeDynamoWorkIndex({
      client,
      tableNames: [messages.tableName, recipients.tableName, tableName('own-data')],
      wakeShards: WAKE_SHARDS,
    }),
    days: makeMemorySealedDays(),
    traffic: makeDynamoTrafficCounts(table('traffic')),
    consentsOf: consentsIn(client),
  };
}

/** Every item of every table as it is stored. */
export async function everyItem(client: DynamoDBDocumentClient): Promise<Record<string, unknown>[]> {
  const tables = await Promise.all(NAMES.map(async (name) => itemsOf(client, tableName(name))));
  return tables.flat();
}

function consentsIn(client: DynamoDBDocumentClient): ReadConsents {
  return async (id) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName('recipients'),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': id, ':sk': 'consent#' },
      }),
    );
    return Items.map((item) => consentRecord.parse(item));
  };
}

async function empty(client: DynamoDBDocumentClient, name: string): Promise<void> {
  const keys = (await itemsOf(client, name)).map((item) => ({ pk: item['pk'], sk: item['sk'] }));
  for (let start = 0; start < keys.length; start += MOST) {
    const deletes = keys.slice(start, start + MOST).map((Key) => ({ DeleteRequest: { Key } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [name]: deletes } }));
  }
}

async function itemsOf(client: DynamoDBDocumentClient, name: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: name })) items.push(...Items);
  return items;
}
