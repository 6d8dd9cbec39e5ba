import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';

/** A queue record as a worker gets it from Lambda's event source. */
export function recordOf(
  body: string,
  { id = randomUUID(), handle = '' }: { readonly id?: string; readonly handle?: string } = {},
): SQSRecord {
  return {
    messageId: id,
    receiptHandle: handle,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'local',
    awsRegion: 'eu-north-1',
  };
}
