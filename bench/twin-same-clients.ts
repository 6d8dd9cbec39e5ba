import { env } from 'node:process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

/**
 * The bare twin with every client the intake door starts with, and one call through each: what is left between the two is
 * the door's own code and its further calls. For reference, no aim rests on it.
 */
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
const kms = new KMSClient({});

export const handler = async ({ body }: { readonly body: string }) => {
  const id = String(process.hrtime.bigint());
  const EncryptionContext = { name: 'twin' };
  await kms.send(new EncryptCommand({ KeyId: 'twin', Plaintext: Buffer.from(id), EncryptionContext }));
  const Item = { pk: `twin-${id}`, sk: 'message', body };
  await dynamo.send(new PutCommand({ TableName: env['MESSAGES_TABLE'], Item }));
  await sqs.send(new SendMessageCommand({ QueueUrl: env['TWIN_QUEUE'], MessageBody: JSON.stringify({ id }) }));
  return { statusCode: 200 };
};
