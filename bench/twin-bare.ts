import { env } from 'node:process';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

/**
 * The least that could take a message in: one write and one word to a queue, with nothing checked. What the intake door
 * is measured against.
 */
const dynamo = new DynamoDBClient({});
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });

export const handler = async ({ body }: { readonly body: string }) => {
  const id = String(process.hrtime.bigint());
  await dynamo.send(
    new PutItemCommand({
      TableName: env['MESSAGES_TABLE'],
      Item: { pk: { S: `twin-${id}` }, sk: { S: 'message' }, body: { S: body } },
    }),
  );
  await sqs.send(new SendMessageCommand({ QueueUrl: env['TWIN_QUEUE'], MessageBody: JSON.stringify({ id }) }));
  return { statusCode: 200 };
};
