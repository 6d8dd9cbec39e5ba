import { type DynamoDBDocumentClient, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
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
  const queryItems = makeQueryItems(client, tableName);
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
      const [one] = await queryItems({ pk: `attachment#${id}`, begins: 'use#', limit: 1 });
      return one && use.parse(one).by;
    },
  };
}
