import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';

export interface StandIn {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const opened = z.object({ port: z.int() });

/** Starts dynalite over a folder; what it has acknowledged survives a kill. */
export async function startDynamo(path: string): Promise<StandIn> {
  const worker = new Worker(new URL('./dynamo-worker.mjs', import.meta.url), { workerData: { path } });
  const { port } = opened.parse(await answerOf(worker));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      worker.postMessage('close');
      await answerOf(worker);
      await worker.terminate();
    },
  };
}

async function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
