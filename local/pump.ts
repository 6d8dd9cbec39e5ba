import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Doors } from '#local/doors';
import { recordOf } from '#local/records';
import { STEPS, type StepName } from '#shared/contracts/pipeline';

interface PumpOptions {
  readonly client: SQSClient;
  readonly urls: ReadonlyMap<StepName, string>;
  readonly doors: Doors;
}

/** What Lambda's event source mapping is when deployed: carries records from the queues to the workers. */
export interface Pump {
  /** Works for ever, in the background. */
  start(): void;
  /** Works until every queue is empty and nothing is under way. */
  drain(): Promise<void>;
  /** Takes no more work, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Most records SQS hands out in one call. */
const MOST = 10;
/** Workers of one step side by side. */
const SIDE_BY_SIDE = 2;
/** Seconds a failed record stays hidden while the hub runs by itself. */
const RETRY_AFTER = 2;

export function makePump({ client, urls, doors }: PumpOptions): Pump {
  const loops: Promise<void>[] = [];
  let running = true;

  return {
    start: () => {
      for (const [step, url] of urls) for (let i = 0; i < SIDE_BY_SIDE; i += 1) loops.push(loop(step, url));
    },
    drain: async () => {
      for (;;) {
        const carried = await Promise.all(
          [...urls].map(async ([step, url]) => carry(step, url, { wait: 0, retryAfter: 0 })),
        );
        if (carried.every((count) => count === 0) && (await isEmpty(client, [...urls.values()]))) return;
      }
    },
    stop: async () => {
      running = false;
      await Promise.all(loops);
    },
  };

  async function loop(step: StepName, url: string): Promise<void> {
    while (running) {
      try {
        await carry(step, url, { wait: 1, retryAfter: RETRY_AFTER });
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  /** @returns how many records were carried */
  async function carry(
    step: StepName,
    url: string,
    { wait, retryAfter }: { wait: number; retryAfter: number },
  ): Promise<number> {
    const messages = await receive(client, url, { most: STEPS[step].batchSize, wait });
    if (messages.length === 0) return 0;
    const Records = messages.map(({ Body = '', MessageId, ReceiptHandle }) =>
      recordOf(Body, { id: MessageId, handle: ReceiptHandle }),
    );
    const failed = await doors.work(step, { Records });
    const handles = messages.map(({ MessageId = '', ReceiptHandle = '' }) => ({ Id: MessageId, ReceiptHandle }));
    await remove(
      client,
      url,
      handles.filter(({ Id }) => !failed.has(Id)),
    );
    const back = handles.filter(({ Id }) => failed.has(Id));
    await Promise.all(
      back.map(({ ReceiptHandle }) =>
        client.send(
          new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: retryAfter }),
        ),
      ),
    );
    return messages.length;
  }
}

/** Fills a batch as far as there is something to fill it with. @param wait seconds to wait for a first record */
async function receive(
  client: SQSClient,
  url: string,
  { most, wait }: { most: number; wait: number },
): Promise<Message[]> {
  const batch: Message[] = [];
  while (batch.length < most) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(MOST, most - batch.length),
        WaitTimeSeconds: batch.length === 0 ? wait : 0,
      }),
    );
    batch.push(...Messages);
    if (Messages.length < MOST) break;
  }
  return batch;
}

async function remove(
  client: SQSClient,
  url: string,
  done: readonly { Id: string; ReceiptHandle: string }[],
): Promise<void> {
  for (let start = 0; start < done.length; start += MOST) {
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: done.slice(start, start + MOST) }));
  }
}

/** Nothing waits and nothing is under way in any of the queues. */
async function isEmpty(client: SQSClient, urls: readonly string[]): Promise<boolean> {
  const counts = await Promise.all(
    urls.map(async (QueueUrl) => {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: COUNTS }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    }),
  );
  return counts.every((count) => count === 0);
}

const COUNTS = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const];
