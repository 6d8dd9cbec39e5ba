import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OwnDataTable } from '#shared/adapters/dynamodb/access-log';
import { wakeAttributes } from '#shared/adapters/dynamodb/wake';
import { type Erasure, erasure } from '#shared/domain/own-data/erasure';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Erasures } from '#shared/ports/erasures';

/** Table `own-data`: pk = recipient id, sk = `erasure#`, moment and id; in the wake index until it is done. */
export function makeDynamoErasures({ client, tableName, wakeShards }: OwnDataTable): Erasures {
  const of = (id: RecipientId) => ({
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :owner AND begins_with(sk, :erasure)',
    ExpressionAttributeValues: { ':owner': id, ':erasure': 'erasure#' },
  });
  const keyOf = ({ recipientId, at, erasureId }: Erasure) => ({ pk: recipientId, sk: `erasure#${at}#${erasureId}` });
  const all = async (id: RecipientId): Promise<Erasure[]> => {
    const { Items = [] } = await client.send(new QueryCommand(of(id)));
    return Items.map((item) => erasure.parse(item));
  };
  return {
    put: async (each) => {
      const { wakeAt, ...rest } = each;
      const key = keyOf(each);
      const Item = { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    newest: async (id) => {
      const { Items = [] } = await client.send(new QueryCommand({ ...of(id), ScanIndexForward: false, Limit: 1 }));
      return Items[0] && erasure.parse(Items[0]);
    },
    unfinished: async (id) => (await all(id)).filter(({ state }) => state === 'STARTED'),
    doneBefore: async (id, moment) => (await all(id)).filter(({ state, at }) => state === 'DONE' && at < moment),
    remove: async (each) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(each) }));
    },
  };
}
