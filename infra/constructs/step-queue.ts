import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IDependable } from 'constructs';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import type { Surroundings } from '#infra/surroundings';
import { STEPS, type StepName } from '#shared/contracts/pipeline';

const TRIES_BEFORE_DEAD_LETTER = 5;

/** How many of a function's longest runs a record stays hidden for, as AWS advises for SQS and Lambda. */
const HIDDEN_FOR_RUNS = 6;

/** How old the oldest message of a queue may grow. The sweep has found lost work again long before. */
const OLDEST = Duration.minutes(15);

/** An AWS service that puts messages on a queue. */
interface Sender {
  readonly service: string;
  /** ARNs of ours that it may do so for. */
  readonly sources: readonly string[];
}

/**
 * The queue of one step of the road with its dead letters and its alarms; times come from shared/contracts/pipeline.ts.
 *
 * Encrypted with SQS's own key: a message holds ids only, and S3, EventBridge and the scheduler can send without a say in
 * a key's policy. Plain standard queues; when the nudger sends `MessageGroupId` (fair queues), nothing changes here.
 */
export class StepQueue extends Construct {
  readonly step: StepName;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: { readonly step: StepName; readonly surroundings: Surroundings }) {
    super(scope, id);
    const { timeout, impact } = STEPS[props.step];
    const { surroundings } = props;
    const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.step = props.step;
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(timeout * HIDDEN_FOR_RUNS),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES_BEFORE_DEAD_LETTER },
    });
    const watched = { period: Duration.minutes(1), statistic: 'Maximum' };
    new ImpactAlarm(this, 'DeadLetterAlarm', {
      surroundings,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible(watched),
      threshold: 1,
      impact,
    });
    new ImpactAlarm(this, 'AgeAlarm', {
      surroundings,
      metric: this.queue.metricApproximateAgeOfOldestMessage(watched),
      threshold: OLDEST.toSeconds(),
      periods: 5,
      impact,
    });
  }

  /** Lets an AWS service of this account send. @returns what a sender that is checked at its making has to wait for */
  admit({ service, sources }: Sender): IDependable {
    const { policyDependable } = this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': sources } },
      }),
    );
    return policyDependable ?? this.queue;
  }
}
