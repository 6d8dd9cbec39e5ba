import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/dynamodb/table';

/** An update in parts; parts that set or remove nothing are left out of the expression. */
export interface UpdateParts {
  readonly key: Key;
  readonly set?: readonly string[];
  readonly remove?: readonly string[];
  readonly condition?: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
  readonly returning?: 'ALL_NEW' | 'ALL_OLD';
}

export type UpdateItem = (parts: UpdateParts) => Promise<Item>;

/** @returns the item after or before the update when it was asked for, else an empty one */
export function makeUpdateItem(client: DynamoDBDocumentClient, tableName: string): UpdateItem {
  return async ({ key, set = [], remove = [], condition, names, values = {}, returning }) => {
    const expression = [
      set.length > 0 ? `SET ${set.join(', ')}` : '',
      remove.length > 0 ? `REMOVE ${remove.join(', ')}` : '',
    ];
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: expression.filter(Boolean).join(' '),
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: Object.keys(values).length > 0 ? values : undefined,
        ReturnValues: returning,
      }),
    );
    return Attributes ?? {};
  };
}
