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
  /** @default not known: every queue is looked at each time */
  readonly arrivals?: Arrivals;
}

/** How often something has been put on the queue of each step so far; `undefined` where that is not known. */
export type Arrivals = () => Promise<(step: StepName) => number | undefined>;

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

export function makePump({ client, urls, doors, arrivals = async () => () => undefined }: PumpOptions): Pump {
  /** How many arrivals a queue had had when it was found empty. */
  const emptyAt = new Map<StepName, number | undefined>();
  const carry = makeCarry({ client, doors });
  const loops: Promise<void>[] = [];
  let running = true;

  return {
    start: () => {
      for (const [step, url] of urls) for (let i = 0; i < SIDE_BY_SIDE; i += 1) loops.push(loop(step, url));
    },
    drain: async () => {
      for (;;) {
        const sent = await arrivals();
        const open = [...urls].filter(([step]) => sent(step) === undefined || sent(step) !== emptyAt.get(step));
        const left = await Promise.all(open.map(async ([step, url]) => hasMore(step, url, sent(step))));
        if (!left.includes(true)) return;
      }
    },
    stop: async () => {
      running = false;
      await Promise.all(loops);
    },
  };

  /** Carries what waits on a queue. @returns whether there was anything, or something is under way */
  async function hasMore(step: StepName, url: string, arrived: number | undefined): Promise<boolean> {
    const carried = await carry(step, url, { wait: 0, retryAfter: 0 });
    if (carried > 0 || !(await isEmpty(client, url))) return true;
    emptyAt.set(step, arrived);
    return false;
  }

  async function loop(step: StepName, url: string): Promise<void> {
    while (running) {
      try {
        await carry(step, url, { wait: 1, retryAfter: RETRY_AFTER });
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}

interface Waiting {
  /** Seconds to wait for a first record. */
  readonly wait: number;
  /** Seconds a failed record stays hidden. */
  readonly retryAfter: number;
}

/** Carries one batch. @returns how many records were carried */
function makeCarry({ client, doors }: Pick<PumpOptions, 'client' | 'doors'>) {
  return async (step: StepName, url: string, { wait, retryAfter }: Waiting): Promise<number> => {
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
  };
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

/** Nothing waits and nothing is under way. */
async function isEmpty(client: SQSClient, QueueUrl: string): Promise<boolean> {
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: COUNTS }));
  return Object.values(Attributes).every((count) => Number(count) === 0);
}

const COUNTS = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const];
