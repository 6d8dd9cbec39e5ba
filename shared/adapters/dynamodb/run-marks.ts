import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { instant } from '#shared/kernel/time';
import type { RunMarks } from '#shared/ports/run-marks';

const mark = z.object({ doneUntil: instant });

/** Table `programme`: pk = `run#` and the name of the run, sk = `mark`. */
export function makeDynamoRunMarks({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}): RunMarks {
  const readItem = makeReadItem(client, tableName);
  const keyOf = (run: string) => ({ pk: `run#${run}`, sk: 'mark' });
  const read = async (run: string) => {
    const found = await readItem(keyOf(run));
    return found && mark.parse(found).doneUntil;
  };
  return {
    read,
    begin: async (run, at) => {
      const found = await read(run);
      if (found !== undefined) return found;
      const Item = { ...keyOf(run), doneUntil: at };
      const isFirst = await conditionHeld(
        client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
      );
      return isFirst ? at : mark.parse(await readItem(keyOf(run))).doneUntil;
    },
    move: async (run, to) => {
      await conditionHeld(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...keyOf(run), doneUntil: to },
            ConditionExpression: 'attribute_not_exists(pk) OR doneUntil < :to',
            ExpressionAttributeValues: { ':to': to },
          }),
        ),
      );
    },
  };
}
