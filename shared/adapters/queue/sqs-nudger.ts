import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import DataLoader from 'dataloader';
import type { Nudger, StepName } from '#shared/ports/nudger';

interface SqsQueues {
  readonly client: SQSClient;
  /** URL of each step's queue this process may send to. */
  readonly urls: Partial<Readonly<Record<StepName, string>>>;
  /**
   * Milliseconds to gather nudges in before they are sent. A worker, whose records finish one after another, gathers; a
   * door, which has one caller waiting, does not. @default 0
   */
  readonly gather?: number;
  /** Told of a nudge that did not reach the queue; the sweep will find its work. */
  readonly onLost: (step: StepName, fault: unknown) => void;
}

/** Most messages SQS takes in one call. */
const MOST = 10;

/** Sends ids to the queues of the steps; those of the same turn of the event loop, or gathered, travel as one batch. */
export function makeSqsNudger({ client, urls, gather = 0, onLost }: SqsQueues): Nudger {
  const loaders = new Map<StepName, DataLoader<string, undefined>>();
  return {
    nudge: async (step, id) => {
      try {
        await loaderOf(step).load(id);
      } catch (fault) {
        onLost(step, fault);
      }
    },
  };

  function loaderOf(step: StepName): DataLoader<string, undefined> {
    const loader = loaders.get(step) ?? newLoader(step);
    loaders.set(step, loader);
    return loader;
  }

  function newLoader(step: StepName): DataLoader<string, undefined> {
    const batchScheduleFn = gather > 0 ? (send: () => void) => setTimeout(send, gather) : undefined;
    return new DataLoader(async (ids) => sendAll(step, ids), { cache: false, maxBatchSize: MOST, batchScheduleFn });
  }

  async function sendAll(step: StepName, ids: readonly string[]): Promise<(undefined | Error)[]> {
    const QueueUrl = urls[step];
    if (QueueUrl === undefined) throw new Error(`no queue is known for ${step}`);
    const [first] = ids;
    if (first !== undefined && ids.length === 1) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: bodyOf(first) }));
      return [undefined];
    }
    const Entries = ids.map((id, i) => ({ Id: String(i), MessageBody: bodyOf(id) }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const lost = new Map(Failed.map(({ Id, Code }) => [Id, Code]));
    return ids.map((_, i) =>
      lost.has(String(i)) ? new Error(`the queue refused it: ${lost.get(String(i)) ?? ''}`) : undefined,
    );
  }
}

function bodyOf(id: string): string {
  return JSON.stringify({ id });
}
