import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StandIn } from '#local/stand-ins/dynamo';
import { openQueueServer } from './queue-server.mjs';
import { STEPS, type StepName } from '#shared/contracts/pipeline';

/** Tries before a record goes to the dead letters, as deployed. */
const TRIES = 5;

export interface QueueStandIn extends StandIn {
  /** How often something has been put on the queue of a step. */
  arrivals(step: StepName): number;
}

/** Starts SQS's stand-in, in memory: what it forgets, the wake index remembers. */
export async function startQueues(): Promise<QueueStandIn> {
  return openQueueServer('127.0.0.1');
}

/** Makes a queue with its dead letters for every step; addresses by step. */
export async function createQueues(client: SQSClient, endpoint: string): Promise<ReadonlyMap<StepName, string>> {
  const urls = new Map<StepName, string>();
  for (const step of stepNames()) urls.set(step, await createQueue(client, endpoint, step));
  return urls;
}

/** Steps in the order of the pipeline. */
export function stepNames(): StepName[] {
  return Object.keys(STEPS).filter((name): name is StepName => name in STEPS);
}

async function createQueue(client: SQSClient, endpoint: string, step: StepName): Promise<string> {
  const urlOf = (name: string) => `${endpoint}/000000000000/${name}`;
  const dead = `${step}-dead`;
  await client.send(new CreateQueueCommand({ QueueName: dead }));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: urlOf(dead), AttributeNames: ['QueueArn'] }),
  );
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: Attributes?.['QueueArn'], maxReceiveCount: TRIES });
  const VisibilityTimeout = String(STEPS[step].timeout * 6);
  await client.send(new CreateQueueCommand({ QueueName: step, Attributes: { RedrivePolicy, VisibilityTimeout } }));
  return urlOf(step);
}
