import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import DataLoader from 'dataloader';

/** Milliseconds that a body waits for others. */
const GATHER = 5;
/** Most bodies SQS takes in one call. */
const MOST = 10;

/** Puts bodies on one queue; those that come within milliseconds travel together. */
export function makeSendTogether(client: SQSClient, url: string): (body: object) => Promise<void> {
  const loader = new DataLoader<object, undefined>(
    async (bodies) => {
      const Entries = bodies.map((body, i) => ({ Id: String(i), MessageBody: JSON.stringify(body) }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      const failed = new Set(Failed.map(({ Id }) => Id));
      return Entries.map(({ Id }) => (failed.has(Id) ? new Error('a queue did not take a body') : undefined));
    },
    { cache: false, maxBatchSize: MOST, batchScheduleFn: (send) => setTimeout(send, GATHER) },
  );
  return (body) => loader.load(body);
}
