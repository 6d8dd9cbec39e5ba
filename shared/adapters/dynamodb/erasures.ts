import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OwnDataTable } from '#shared/adapters/dynamodb/access-log';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { wakeAttributes } from '#shared/adapters/dynamodb/wake';
import { type Erasure, erasure } from '#shared/domain/own-data/erasure';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Erasures } from '#shared/ports/erasures';

/** Table `own-data`: pk = recipient id, sk = `erasure#`, moment and id; in the wake index until it is done. */
export function makeDynamoErasures({ client, tableName, wakeShards }: OwnDataTable): Erasures {
  const queryItems = makeQueryItems(client, tableName);
  const of = (id: RecipientId) => ({ pk: id, begins: 'erasure#' });
  const keyOf = ({ recipientId, at, erasureId }: Erasure) => ({ pk: recipientId, sk: `erasure#${at}#${erasureId}` });
  const all = async (id: RecipientId) => (await queryItems(of(id))).map((item) => erasure.parse(item));
  return {
    put: async (each) => {
      const { wakeAt, ...rest } = each;
      const key = keyOf(each);
      const Item = { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    newest: async (id) => {
      const [newest] = await queryItems({ ...of(id), newestFirst: true, limit: 1 });
      return newest && erasure.parse(newest);
    },
    unfinished: async (id) => (await all(id)).filter(({ state }) => state === 'STARTED'),
    doneBefore: async (id, moment) => (await all(id)).filter(({ state, at }) => state === 'DONE' && at < moment),
    remove: async (each) => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(each) }));
    },
  };
}
