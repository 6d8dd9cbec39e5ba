import { DeleteCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OwnDataTable } from '#shared/adapters/dynamodb/access-log';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type DataRequest, dataRequest } from '#shared/domain/own-data/data-request';
import { type DataRequests, type RequestPage, placeOf } from '#shared/ports/data-requests';

const PREFIX = 'request#';

/** One of the lists a request stands on. */
interface Listing {
  readonly pk: string;
  readonly newestFirst: boolean;
  readonly page: RequestPage;
}

/**
 * Table `own-data`: pk = `request#` and its id, sk = `request` is the request; pk = recipient id, `requests#` and
 * authority, or `open#` and authority, sk = `request#` and its place is its line on a list. The lines are written before
 * the request and its person's line is removed after it: one that is not there is on no list. The list of open ones may name one that has been answered.
 */
export function makeDynamoDataRequests({ client, tableName }: OwnDataTable): DataRequests {
  const readItem = makeReadItem(client, tableName);
  const put = async (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName: tableName, Item }));

  async function read(requestId: string): Promise<DataRequest | undefined> {
    const item = await readItem(keyOf(requestId));
    return item && dataRequest.parse(item);
  }

  async function list(of: Listing, keep: (request: DataRequest) => boolean = () => true): Promise<DataRequest[]> {
    const { limit } = of.page;
    const kept: DataRequest[] = [];
    for await (const { Items = [] } of paginateQuery({ client, pageSize: limit }, queryFor(tableName, of))) {
      const found = await Promise.all(Items.map(async ({ requestId }) => read(String(requestId))));
      kept.push(...found.filter((each) => each !== undefined).filter(keep));
      if (kept.length >= limit) break;
    }
    return kept.slice(0, limit);
  }

  return {
    read,

    enter: async (request) => {
      const { recipientId, tenantId, requestId, receivedAt } = request;
      for (const pk of [recipientId, `requests#${tenantId}`, `open#${tenantId}`])
        await put({ ...lineOf(pk, request), requestId, recipientId, tenantId, receivedAt });
      const Item = { ...keyOf(requestId), ...request };
      const once = new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
      await conditionHeld(client.send(once));
    },

    change: async (request) => {
      const held = await conditionHeld(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...keyOf(request.requestId), ...request },
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': request.version - 1 },
          }),
        ),
      );
      if (held && request.answer)
        await client.send(
          new DeleteCommand({ TableName: tableName, Key: lineOf(`open#${request.tenantId}`, request) }),
        );
      return held;
    },

    ...makeEndings({ client, tableName, read }),

    ofRecipient: async (id, page) => list({ pk: id, newestFirst: true, page }),
    ofTenant: async (id, page) => list({ pk: `requests#${id}`, newestFirst: true, page }),
    openOf: async (id, page) => list({ pk: `open#${id}`, newestFirst: false, page }, ({ answer }) => !answer),
  };
}

/** The person's line goes last: by it what was cut short is found again. */
function makeEndings({ client, tableName, read }: EndingPorts): Pick<DataRequests, 'before' | 'remove'> {
  const queryItems = makeQueryItems(client, tableName);
  return {
    before: async (id, moment, { after, limit }) => {
      // Places begin with the moment of receipt.
      const items = await queryItems({
        pk: id,
        between: [PREFIX, `${PREFIX}${moment}`],
        after: after === undefined ? undefined : { pk: id, sk: `${PREFIX}${after}` },
        limit,
      });
      return Promise.all(
        items.map(async (item) => {
          const line = requestLine.parse(item);
          return { ...line, request: await read(line.requestId) };
        }),
      );
    },

    remove: async (line) => {
      const { recipientId, tenantId, requestId } = line;
      const listed = [`requests#${tenantId}`, `open#${tenantId}`].map((pk) => lineOf(pk, line));
      for (const Key of [...listed, keyOf(requestId), lineOf(recipientId, line)])
        await client.send(new DeleteCommand({ TableName: tableName, Key }));
    },
  };
}

interface EndingPorts extends Pick<OwnDataTable, 'client' | 'tableName'> {
  readonly read: DataRequests['read'];
}

const keyOf = (requestId: string) => ({ pk: `request#${requestId}`, sk: 'request' });
const lineOf = (pk: string, at: Parameters<typeof placeOf>[0]) => ({ pk, sk: `${PREFIX}${placeOf(at)}` });

const requestLine = z.pick(dataRequest, { recipientId: true, requestId: true, receivedAt: true, tenantId: true });

function queryFor(TableName: string, { pk, newestFirst, page }: Listing) {
  return {
    TableName,
    ConsistentRead: true,
    ScanIndexForward: !newestFirst,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': PREFIX },
    ExclusiveStartKey: page.after === undefined ? undefined : { pk, sk: `${PREFIX}${page.after}` },
  };
}
