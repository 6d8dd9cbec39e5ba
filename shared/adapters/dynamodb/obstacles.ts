import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { shardNumber } from '#shared/adapters/dynamodb/wake';
import type { Obstacle, ObstacleRegister } from '#shared/ports/obstacles';

/** Parts that the messages of one statute are spread over. */
const SHARDS = 8;

/**
 * Table `messages`: pk = `obstacle#`, authority, service, statute and a shard, sk = message id. One item for a message is
 * the count: repeating it changes nothing.
 */
export function makeDynamoObstacles({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}): ObstacleRegister {
  const partOf = ({ tenantId, serviceId, statute }: Obstacle, shard: number) =>
    `obstacle#${tenantId}#${serviceId}#${statute}#${shard}`;
  return {
    note: async (obstacle, { messageId, sealed }) => {
      const sk = String(messageId);
      const pk = partOf(obstacle, shardNumber(sk, SHARDS));
      await client.send(new PutCommand({ TableName: tableName, Item: { pk, sk, sealed } }));
    },
    count: async (obstacle) => {
      const parts = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) => countOf(client, tableName, partOf(obstacle, shard))),
      );
      return parts.reduce((sum, count) => sum + count, 0);
    },
  };
}

async function countOf(client: DynamoDBDocumentClient, tableName: string, part: string): Promise<number> {
  let count = 0;
  for (let from: Record<string, unknown> | undefined, first = true; first || from; first = false) {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        Select: 'COUNT',
        KeyConditionExpression: 'pk = :part',
        ExpressionAttributeValues: { ':part': part },
        ExclusiveStartKey: from,
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  }
  return count;
}
