import { DeleteCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { OwnDataTable } from '#shared/adapters/dynamodb/access-log';
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
 * the request: one that is not there is on no list. The list of open ones may name one that has been answered.
 */
export function makeDynamoDataRequests({ client, tableName }: OwnDataTable): DataRequests {
  const readItem = makeReadItem(client, tableName);
  const put = async (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName: tableName, Item }));
  const keyOf = (requestId: string) => ({ pk: `request#${requestId}`, sk: 'request' });
  const lineOf = (pk: string, request: DataRequest) => ({ pk, sk: `${PREFIX}${placeOf(request)}` });

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
      const { recipientId, tenantId, requestId } = request;
      for (const pk of [recipientId, `requests#${tenantId}`, `open#${tenantId}`])
        await put({ ...lineOf(pk, request), requestId });
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

    ofRecipient: async (id, page) => list({ pk: id, newestFirst: true, page }),
    ofTenant: async (id, page) => list({ pk: `requests#${id}`, newestFirst: true, page }),
    openOf: async (id, page) => list({ pk: `open#${id}`, newestFirst: false, page }, ({ answer }) => !answer),
  };
}

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
