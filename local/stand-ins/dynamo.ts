import { Worker } from 'node:worker_threads';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

export interface StandIn {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const opened = z.object({ port: z.int() });

/**
 * Starts dynalite over a folder; what it has acknowledged survives a kill.
 *
 * @throws when the folder can't be opened: one process holds it at a time
 */
export async function startDynamo(path: string): Promise<StandIn> {
  const worker = new Worker(new URL('./dynamo-worker.mjs', import.meta.url), { workerData: { path } });
  const { port } = opened.parse(await answerOf(worker));
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([answerOf(worker), askOnce(endpoint)]).catch((cause: unknown) => {
    throw new Error(`${path} can not be opened. Does another hub run over this DATA_DIR?`, { cause });
  });
  return {
    endpoint,
    stop: async () => {
      worker.postMessage('close');
      await answerOf(worker);
      await worker.terminate();
    },
  };
}

/** The first question opens the folder; the thread ends with an error where another process holds it. */
async function askOnce(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  await client.send(new ListTablesCommand({}));
  client.destroy();
}

async function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
