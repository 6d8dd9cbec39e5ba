import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OwnDataTable } from '#shared/adapters/dynamodb/access-log';
import { erasure } from '#shared/domain/own-data/erasure';
import type { Erasures } from '#shared/ports/erasures';

/** Table `own-data`: pk = recipient id, sk = `erasure#`, moment and id. */
export function makeDynamoErasures({ client, tableName }: OwnDataTable): Erasures {
  return {
    put: async (each) => {
      const Item = { pk: each.recipientId, sk: `erasure#${each.at}#${each.erasureId}`, ...each };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
    newest: async (id) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :owner AND begins_with(sk, :erasure)',
          ExpressionAttributeValues: { ':owner': id, ':erasure': 'erasure#' },
          Limit: 1,
        }),
      );
      return Items[0] && erasure.parse(Items[0]);
    },
  };
}
