import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/dynamodb/table';

/** An update in parts; parts that change nothing are left out of the expression. */
export interface UpdateParts {
  readonly key: Key;
  readonly set?: readonly string[];
  readonly remove?: readonly string[];
  /** Members put into a set, which is made where there is none: `ids :id`. */
  readonly add?: readonly string[];
  /** Members taken out of a set. */
  readonly drop?: readonly string[];
  readonly condition?: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
  readonly returning?: 'ALL_NEW' | 'ALL_OLD';
}

export type UpdateItem = (parts: UpdateParts) => Promise<Item>;

/** @returns the item after or before the update when it was asked for, else an empty one */
export function makeUpdateItem(client: DynamoDBDocumentClient, tableName: string): UpdateItem {
  return async ({ key, condition, names, values = {}, returning, ...parts }) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: expressionOf(parts),
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: Object.keys(values).length > 0 ? values : undefined,
        ReturnValues: returning,
      }),
    );
    return Attributes ?? {};
  };
}

function expressionOf({ set, remove, add, drop }: Pick<UpdateParts, 'set' | 'remove' | 'add' | 'drop'>): string {
  const clauses = [
    ['SET', set],
    ['REMOVE', remove],
    ['ADD', add],
    ['DELETE', drop],
  ] as const;
  return clauses
    .flatMap(([word, changes = []]) => (changes.length > 0 ? `${word} ${changes.join(', ')}` : []))
    .join(' ');
}
