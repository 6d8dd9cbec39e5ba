import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

let documents: DynamoDBDocumentClient | undefined;
let queue: SQSClient | undefined;

/** One DynamoDB client for the process; region and endpoint come from the environment, as the SDK reads it. */
export function dynamo(): DynamoDBDocumentClient {
  documents ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return documents;
}

/** One SQS client for the process. */
export function sqs(): SQSClient {
  queue ??= new SQSClient({ useQueueUrlAsEndpoint: false });
  return queue;
}
