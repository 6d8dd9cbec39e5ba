import { Aws, CfnOutput, Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, type IRuleTarget, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { CfnConfigurationSetEventDestination, ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import type { StepQueue } from '#infra/constructs/step-queue';
import { type StageSettings, hubName } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';
import { NOTICE_EVENT_TYPES, type NoticeEventBody } from '#shared/contracts/notice-event';
import { STEPS } from '#shared/contracts/pipeline';

export interface NoticeMailProps {
  readonly surroundings: Surroundings;
  /** Gets what became of each notice. */
  readonly queue: StepQueue;
}

/** The way back for some types of events. */
interface WayBack {
  readonly ruleName: string;
  readonly types: readonly string[];
  /** Where the type of a bounce stands in the event. */
  readonly bounceType: string;
}

/** The mail that notices leave by, and the way back for what becomes of them. */
export class NoticeMail extends Construct {
  constructor(scope: Construct, id: string, { surroundings, queue }: NoticeMailProps) {
    super(scope, id);
    const { settings } = surroundings;
    const { configurationSet, domain, isReal } = settings.notices;
    const set = new ConfigurationSet(this, 'Set', { configurationSetName: configurationSet, reputationMetrics: true });
    new CfnConfigurationSetEventDestination(this, 'Events', {
      configurationSetName: set.configurationSetName,
      eventDestination: {
        name: 'event-bus',
        enabled: true,
        matchingEventTypes: NOTICE_EVENT_TYPES.map((type) => type.toLowerCase()),
        eventBridgeDestination: { eventBusArn: eventsArn(settings, 'event-bus/default') },
      },
    });
    if (isReal) {
      tellRecords(
        new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain), mailFromDomain: `bounce.${domain}` }),
      );
    }
    // Only a bounce has a type of its own: a rule for bounces and one for the rest, so that no part of the body is missing.
    const { bounces, others } = ruleNames(settings);
    const bounceType = EventField.fromPath('$.detail.bounce.bounceType');
    this.addWayBack('Bounces', { ruleName: bounces, types: ['Bounce'], bounceType }, { surroundings, queue });
    const rest = NOTICE_EVENT_TYPES.filter((type) => type !== 'Bounce');
    this.addWayBack('Others', { ruleName: others, types: rest, bounceType: '' }, { surroundings, queue });
  }

  private addWayBack(
    id: string,
    { ruleName, types, bounceType }: WayBack,
    { surroundings, queue }: NoticeMailProps,
  ): void {
    const { configurationSet } = surroundings.settings.notices;
    new Rule(this, id, {
      ruleName,
      description: 'What became of notices, to the queue of record-notice-event: ids and no addresses',
      eventPattern: {
        source: ['aws.ses'],
        detail: { eventType: types, mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
      },
      targets: [withoutAddresses(queue, bounceType)],
    });
    new ImpactAlarm(this, `${id}LostAlarm`, {
      surroundings,
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: ruleName },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      threshold: 1,
      impact: STEPS['record-notice-event'].impact,
    });
  }
}

/** Records an operator publishes under the domain, after which SES sends from it. */
function tellRecords(identity: EmailIdentity): void {
  identity.dkimRecords.forEach(({ name, value }, index) => {
    new CfnOutput(identity, `Record${index + 1}`, { value: `${name} CNAME ${value}` });
  });
}

/** Names of the two rules: the queue lets them in before they are made. */
function ruleNames(settings: StageSettings) {
  return { bounces: `${hubName(settings)}-notice-bounces`, others: `${hubName(settings)}-notice-events` };
}

/** The rules that put what became of notices on a queue. */
export function noticeRuleArns(settings: StageSettings): string[] {
  return Object.values(ruleNames(settings)).map((name) => eventsArn(settings, `rule/${name}`));
}

function eventsArn({ region }: StageSettings, resource: string): string {
  return `arn:${Aws.PARTITION}:events:${region}:${Aws.ACCOUNT_ID}:${resource}`;
}

/** An event of SES holds the recipient's address; the queue gets two ids and the words of the event, and no more. */
function withoutAddresses({ queue }: StepQueue, bounceType: string): IRuleTarget {
  const body: Readonly<Record<keyof NoticeEventBody, string>> = {
    about: EventField.fromPath('$.detail.mail.tags.about[0]'),
    attempt: EventField.fromPath('$.detail.mail.tags.attempt[0]'),
    type: EventField.fromPath('$.detail.eventType'),
    bounceType,
  };
  return { bind: () => ({ arn: queue.queueArn, input: RuleTargetInput.fromObject(body) }) };
}
