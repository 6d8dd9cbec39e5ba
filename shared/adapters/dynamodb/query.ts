import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/dynamodb/table';

type SortKey = Key['sk'];

/** Items of one partition, in the order of their sort keys. */
export interface Run {
  readonly pk: string;
  /** Sort keys that begin so. */
  readonly begins?: string;
  /** Sort keys from one to another, both included; either this or `begins`. */
  readonly between?: readonly [from: SortKey, to: SortKey];
  /** The item it goes on after, which need not be there any more. */
  readonly after?: Key;
  readonly newestFirst?: boolean;
  /** Most items; absent: all of them. */
  readonly limit?: number;
}

export type QueryItems = (run: Run) => Promise<Item[]>;

/** Reads runs of one table strongly consistently. DynamoDB ends a page at 1 MB: it goes on until the run or its limit is reached. */
export function makeQueryItems(client: DynamoDBDocumentClient, tableName: string): QueryItems {
  return async (run) => {
    const items: Item[] = [];
    let after: Item | undefined = run.after && { ...run.after };
    do {
      const left = run.limit === undefined ? undefined : run.limit - items.length;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ...conditionOf(run),
          ScanIndexForward: run.newestFirst !== true,
          ExclusiveStartKey: after,
          Limit: left,
        }),
      );
      items.push(...Items);
      after = LastEvaluatedKey;
    } while (after && items.length !== run.limit);
    return items;
  };
}

function conditionOf({ pk, begins, between }: Run) {
  if (begins !== undefined)
    return {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
      ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
    };
  if (between)
    return {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': between[0], ':to': between[1] },
    };
  return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
}
