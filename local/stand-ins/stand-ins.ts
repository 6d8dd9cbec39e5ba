import { join } from 'node:path';
import { type StandIn, startDynamo } from '#local/stand-ins/dynamo';
import { type MailStandIn, startMail } from '#local/stand-ins/mail';
import { type QueueStandIn, startQueues } from '#local/stand-ins/queues';
import type { Arrivals } from '#local/pump';
import type { Clock } from '#shared/kernel/time';

export interface StandIns {
  readonly endpoints: { readonly dynamo: string; readonly queues: string; readonly mail: string };
  readonly mail: MailStandIn;
  readonly arrivals: Arrivals;
  stop(): Promise<void>;
}

/**
 * Starts what stands in for AWS on loopback. `AWS_ENDPOINT_URL_DYNAMODB` and `AWS_ENDPOINT_URL_SQS` (or
 * `AWS_ENDPOINT_URL`) set by the user put another emulator in a stand-in's place.
 */
export async function startStandIns({
  folder,
  clock,
}: {
  readonly folder: string;
  readonly clock: Clock;
}): Promise<StandIns> {
  const dynamo = elsewhere('DYNAMODB') ?? (await startDynamo(join(folder, 'dynamodb')));
  const queues: Pick<QueueStandIn, 'endpoint' | 'stop'> & Partial<QueueStandIn> =
    elsewhere('SQS') ?? (await startQueues());
  const mail = await startMail({ folder, clock });
  return {
    endpoints: { dynamo: dynamo.endpoint, queues: queues.endpoint, mail: mail.endpoint },
    mail,
    arrivals: async () => {
      await mail.told();
      return (step) => queues.arrivals?.(step);
    },
    stop: async () => {
      await mail.stop();
      await queues.stop();
      await dynamo.stop();
    },
  };
}

function elsewhere(service: string): StandIn | undefined {
  const endpoint = process.env[`AWS_ENDPOINT_URL_${service}`] ?? process.env['AWS_ENDPOINT_URL'];
  return endpoint === undefined ? undefined : { endpoint, stop: async () => undefined };
}
