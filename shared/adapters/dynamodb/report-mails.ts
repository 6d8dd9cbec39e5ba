import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { makeWriteTogether } from '#shared/adapters/dynamodb/write-together';
import { reportMail, unsentReport } from '#shared/domain/report-calendar/report-mail';
import type { ReportMails } from '#shared/ports/report-mails';

interface ProgrammeTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const OWED = 'report-mails#owed';
const UNSENT = 'report-mails#unsent';
const STATE = { '#state': 'state' };

/**
 * Table `programme`: pk = `report-mail#` and its name, sk = `mail`; pk = `report-mails#owed`, sk = name lists those that
 * may be owed, an entry never missing while one is; pk = `report-mails#unsent`, sk = moment, report and receiver.
 */
export function makeDynamoReportMails(table: ProgrammeTable): ReportMails {
  const { client, tableName } = table;
  const readItem = makeReadItem(client, tableName);
  const writeTogether = makeWriteTogether(client, tableName);
  const put = async (Item: Record<string, unknown>, ConditionExpression?: string) =>
    client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression }));
  const read: ReportMails['read'] = async (name) => {
    const item = await readItem(keyOf(name));
    return item && reportMail.parse(item);
  };

  return {
    read,

    owe: async (mail) => {
      const isNew = await conditionHeld(
        put({ ...keyOf(mail.name), ...mail, state: 'OWED' }, 'attribute_not_exists(pk)'),
      );
      if (isNew || (await read(mail.name))?.state === 'OWED') await put({ pk: OWED, sk: mail.name });
    },

    owed: async () => {
      const names = await sortKeys(table, { part: OWED, newestFirst: false });
      const mails = (await Promise.all(names.map(read))).filter((mail) => mail !== undefined);
      const done = mails.filter(({ state }) => state !== 'OWED');
      // An entry that stays is taken away next time.
      await Promise.allSettled([writeTogether(done.map(({ name }) => ({ remove: { pk: OWED, sk: name } })))]);
      return mails.filter(({ state }) => state === 'OWED');
    },

    ...makeClaims(table),

    note: async (each) => {
      await put({ pk: UNSENT, sk: `${each.dueAt}#${each.reportId}#${each.receiver}`, ...each });
    },

    unsent: async (limit) => {
      const keys = await sortKeys(table, { part: UNSENT, newestFirst: true, limit });
      const items = await Promise.all(keys.map((sk) => readItem({ pk: UNSENT, sk })));
      return items.filter((item) => item !== undefined).map((item) => unsentReport.parse(item));
    },
  };
}

function makeClaims({ client, tableName }: ProgrammeTable): Pick<ReportMails, 'claim' | 'release' | 'settle'> {
  const updateItem = makeUpdateItem(client, tableName);
  const isOwed = { names: STATE, values: { ':owed': 'OWED' } };
  return {
    claim: async ({ name, claim: seen }, claim) => {
      const asSeen = seen ? 'claim.attempt = :seen' : 'attribute_not_exists(claim)';
      return conditionHeld(
        updateItem({
          key: keyOf(name),
          set: ['claim = :claim'],
          condition: `#state = :owed AND ${asSeen}`,
          names: STATE,
          values: { ...isOwed.values, ':claim': claim, ...(seen ? { ':seen': seen.attempt } : {}) },
        }),
      );
    },

    release: async (name, { attempt }) => {
      const values = { ...isOwed.values, ':seen': attempt };
      const condition = '#state = :owed AND claim.attempt = :seen';
      await conditionHeld(updateItem({ key: keyOf(name), remove: ['claim'], condition, names: STATE, values }));
    },

    settle: async (name, state) => {
      const values = { ...isOwed.values, ':state': state };
      const change = { set: ['#state = :state'], remove: ['claim'], condition: '#state = :owed' };
      await conditionHeld(updateItem({ key: keyOf(name), ...change, names: STATE, values }));
    },
  };
}

interface Listing {
  readonly part: string;
  readonly newestFirst: boolean;
  readonly limit?: number;
}

async function sortKeys(
  { client, tableName }: ProgrammeTable,
  { part, newestFirst, limit = Number.POSITIVE_INFINITY }: Listing,
): Promise<string[]> {
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    ScanIndexForward: !newestFirst,
    ProjectionExpression: 'sk',
    KeyConditionExpression: 'pk = :part',
    ExpressionAttributeValues: { ':part': part },
  };
  const found: string[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    found.push(...Items.map(({ sk }) => String(sk)));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit === Number.POSITIVE_INFINITY ? undefined : limit);
}

function keyOf(name: string) {
  return { pk: `report-mail#${name}`, sk: 'mail' };
}
