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
        const moved = await Promise.all(
          [...urls].map(async ([step, url]) => carry(step, url, { wait: 0, retryAfter: 0 })),
        );
        if (moved.some((count) => count > 0)) continue;
        if (await allEmpty()) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
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
    const messages = await receive(url, STEPS[step].batchSize, wait);
    if (messages.length === 0) return 0;
    const failed = await doors.work(step, {
      Records: messages.map(({ Body = '', MessageId, ReceiptHandle }) =>
        recordOf(Body, { id: MessageId, handle: ReceiptHandle }),
      ),
    });
    const handles = messages.map(({ MessageId = '', ReceiptHandle = '' }) => ({ Id: MessageId, ReceiptHandle }));
    const done = handles.filter(({ Id }) => !failed.has(Id));
    for (let start = 0; start < done.length; start += MOST) {
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: done.slice(start, start + MOST) }));
    }
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

  /** Fills a batch as far as there is something to fill it with. */
  async function receive(url: string, batchSize: number, wait: number): Promise<Message[]> {
    const batch: Message[] = [];
    while (batch.length < batchSize) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: Math.min(MOST, batchSize - batch.length),
          WaitTimeSeconds: batch.length === 0 ? wait : 0,
        }),
      );
      batch.push(...Messages);
      if (Messages.length < MOST) break;
    }
    return batch;
  }

  async function allEmpty(): Promise<boolean> {
    const counts = await Promise.all([...urls.values()].map(waiting));
    return counts.every((count) => count === 0);
  }

  async function waiting(url: string): Promise<number> {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
  }
}
