import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { postalLimit } from '#shared/domain/delivery-postal/postal-limit';
import { tenantId as tenantIdSchema } from '#shared/domain/message/ids';
import type { PostalGates } from '#shared/ports/postal-gate';

interface LettersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const limitItem = z.extend(postalLimit, { sk: tenantIdSchema });

const LIMITS = 'postal-limits';

/** Table `letters`: pk = `postal-limits`, sk = the authority. */
export function makePostalLimits({
  client,
  tableName,
}: LettersTable): Pick<PostalGates, 'limitOf' | 'setLimit' | 'limits'> {
  const readItem = makeReadItem(client, tableName);
  return {
    limitOf: async (tenantId) => {
      const item = await readItem({ pk: LIMITS, sk: tenantId });
      return item && postalLimit.parse(item);
    },

    setLimit: async (tenantId, limit) => {
      await client.send(new PutCommand({ TableName: tableName, Item: { pk: LIMITS, sk: tenantId, ...limit } }));
    },

    limits: async () => {
      const wanted = {
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :limits',
        ExpressionAttributeValues: { ':limits': LIMITS },
      };
      const found: z.infer<typeof limitItem>[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, wanted))
        found.push(...Items.map((item) => limitItem.parse(item)));
      return found.map(({ sk: tenantId, ...limit }) => ({ tenantId, ...limit }));
    },
  };
}
