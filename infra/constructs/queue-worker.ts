import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import type { StepQueue } from '#infra/constructs/step-queue';
import type { Surroundings } from '#infra/surroundings';
import { STEPS, type StepName } from '#shared/contracts/pipeline';

export interface QueueWorkerProps<Config extends EnvironmentSchema> {
  readonly step: StepName;
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly permissions: readonly PolicyStatement[];
  readonly queue: StepQueue;
  readonly surroundings: Surroundings;
  /** In MB. @default as HubFunction */
  readonly memory?: number;
  /** Copies that work at the same time, at least 2; for steps whose effects reach outside. @default as many as there is work for */
  readonly atOnce?: number;
  /** Commands that add files to the bundle. @default none */
  readonly bundleFiles?: (outputFolder: string) => void;
}

/** The function that works off the queue of a step. A record it could not do goes back alone. */
export class QueueWorker<Config extends EnvironmentSchema> extends Construct {
  readonly worker: HubFunction<Config>;

  constructor(scope: Construct, id: string, { step, queue, atOnce, ...props }: QueueWorkerProps<Config>) {
    super(scope, id);
    const { timeout, batchSize, impact, ...rest } = STEPS[step];
    this.worker = new HubFunction(this, 'Worker', {
      ...props,
      name: `worker/${step}`,
      impact,
      timeout: Duration.seconds(timeout),
    });
    this.worker.function.addEventSource(
      new SqsEventSource(queue.queue, {
        batchSize,
        maxBatchingWindow: 'batchWindow' in rest ? Duration.seconds(rest.batchWindow) : undefined,
        reportBatchItemFailures: true,
        maxConcurrency: atOnce,
      }),
    );
  }
}
