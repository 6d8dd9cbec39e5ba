import { Aws, Duration } from 'aws-cdk-lib';
import {
  type PolicyStatement,
  PolicyDocument,
  PolicyStatement as Statement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import { hubName } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';
import { SCHEDULES, SCHEDULE_ZONE, type ScheduleName } from '#shared/contracts/pipeline';

export interface ScheduleDoorProps<Config extends EnvironmentSchema> {
  readonly name: ScheduleName;
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly permissions: readonly PolicyStatement[];
  readonly surroundings: Surroundings;
  /** In MB. @default as HubFunction */
  readonly memory?: number;
  /** Longest time between two runs; after it the silence itself rings. */
  readonly silence: Duration;
}

/** A function that runs by the clock of Finland. A run that fails is not repeated: the next one finds the same work. */
export class ScheduleDoor<Config extends EnvironmentSchema> extends Construct {
  readonly door: HubFunction<Config>;
  /** Runs that the scheduler could not start. */
  readonly notStarted: Queue;

  constructor(scope: Construct, id: string, { name, silence, ...props }: ScheduleDoorProps<Config>) {
    super(scope, id);
    const { timeout, impact } = SCHEDULES[name];
    const { surroundings } = props;
    this.door = new HubFunction(this, 'Door', {
      ...props,
      name: `schedule/${name}`,
      impact,
      timeout: Duration.seconds(timeout),
      reserved: 1,
    });
    this.door.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    this.notStarted = new Queue(this, 'NotStarted', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.addSchedule(name, hubName(surroundings.settings));
    new ImpactAlarm(this, 'NotStartedAlarm', {
      surroundings,
      metric: this.notStarted.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      impact,
    });
    new ImpactAlarm(this, 'SilenceAlarm', {
      surroundings,
      metric: this.door.function.metricInvocations({ period: silence, statistic: 'Sum' }),
      threshold: 1,
      rings: 'below',
      silence: 'alarming',
      impact,
    });
  }

  private addSchedule(name: ScheduleName, hub: string): void {
    const { functionArn } = this.door.function;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        start: new PolicyDocument({
          statements: [
            new Statement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
            new Statement({ actions: ['sqs:SendMessage'], resources: [this.notStarted.queueArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      name: `${hub}-${name}`,
      description: `Impact: ${SCHEDULES[name].impact}`,
      scheduleExpression: SCHEDULES[name].expression,
      scheduleExpressionTimezone: SCHEDULE_ZONE,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: this.notStarted.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 2 },
      },
    });
  }
}
