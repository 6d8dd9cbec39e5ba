import { type DynamoDBDocumentClient, DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type AttachmentId, type AttemptToken, attemptToken } from '#shared/domain/message/ids';

const use = z.object({ by: attemptToken });

/**
 * Table `messages`: pk = `attachment#` and the id, sk = `use#` and a token. Only a file that several messages share has any:
 * all but the newest of its uses.
 */
export function makeDynamoUses({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}) {
  const keyOf = (id: AttachmentId, by: AttemptToken) => ({ pk: `attachment#${id}`, sk: `use#${by}` });
  return {
    keep: async (id: AttachmentId, by: AttemptToken): Promise<void> => {
      await client.send(new PutCommand({ TableName: tableName, Item: { ...keyOf(id, by), by } }));
    },
    end: async (id: AttachmentId, by: AttemptToken): Promise<void> => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: keyOf(id, by) }));
    },
    /** One of them, if there is any. */
    any: async (id: AttachmentId): Promise<AttemptToken | undefined> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :use)',
          ExpressionAttributeValues: { ':pk': `attachment#${id}`, ':use': 'use#' },
          Limit: 1,
        }),
      );
      return Items[0] && use.parse(Items[0]).by;
    },
  };
}
