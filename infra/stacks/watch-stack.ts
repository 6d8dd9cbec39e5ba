import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric, Stats, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { HubFunction } from '#infra/constructs/hub-function';
import { ImpactAlarm, type ImpactAlarmProps } from '#infra/constructs/impact-alarm';
import type { Holdings } from '#infra/holdings';
import type { ApiStack } from '#infra/stacks/api-stack';
import type { HubStackProps } from '#infra/stacks/data-stack';
import type { RoadStack } from '#infra/stacks/road-stack';
import { type StageSettings, hubName } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';

export interface WatchStackProps extends HubStackProps {
  readonly surroundings: Surroundings;
  readonly holdings: Holdings;
  readonly api: ApiStack;
  readonly road: RoadStack;
}

const FIVE_MINUTES = Duration.minutes(5);

const reputation = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.MAXIMUM, period: Duration.hours(1) });

/** The hub's own metrics, as functions/_shell/log.ts writes them. */
function ownMetrics(settings: StageSettings) {
  const own = (metricName: string, statistic: string, period = FIVE_MINUTES) =>
    new Metric({ namespace: hubName(settings), metricName, statistic, period });
  return {
    // A stuck item is looked at once a day, so it shows in one measurement of a day.
    stuck: own('WorkStuck', Stats.MAXIMUM, Duration.days(1)),
    oldest: own('OldestWork', Stats.MAXIMUM),
    lost: own('NudgesLost', Stats.SUM),
    missing: own('WorkMissingFromIndex', Stats.MAXIMUM, Duration.days(1)),
    atTheirLimit: own('OfficialsAtTheirLimit', Stats.SUM),
    unposted: own('PostedOnMissing', Stats.SUM, Duration.days(1)),
    unsigned: own('ReceiptMissing', Stats.SUM, Duration.days(1)),
    shut: own('PostalGateShut', Stats.MAXIMUM, Duration.hours(1)),
    heldBack: own('LettersBeyondLimits', Stats.MAXIMUM, Duration.hours(1)),
    unrelayed: own('LettersLeft', Stats.MINIMUM, Duration.hours(1)),
    unmailed: own('ReportMailsFailed', Stats.SUM, Duration.days(1)),
    overdue: own('DataRequestsOverdue', Stats.MAXIMUM, Duration.days(1)),
  };
}
type OwnMetrics = ReturnType<typeof ownMetrics>;

const MAIL = {
  bounces: reputation('Reputation.BounceRate'),
  complaints: reputation('Reputation.ComplaintRate'),
};

/** Where SES puts an account under review: 5 % bounces, 0.1 % complaints. */
const REVIEWED_AT = { bounces: 0.05, complaints: 0.001 };

type Watched = Omit<ImpactAlarmProps, 'surroundings'>;

/** What does not get to the post, and what does not come back from it. */
const postalOf = (own: OwnMetrics) => ({
  Shut: {
    metric: own.shut,
    threshold: 1,
    impact: 'an operator keeps the gate of the post shut: nobody who is sent a letter gets it until it is opened',
  },
  HeldBack: {
    metric: own.heldBack,
    threshold: 1,
    impact:
      'letters wait beyond the limit of their authority: for another day, or until a second person approves them, if they are meant',
  },
  Unposted: {
    metric: own.unposted,
    threshold: 1,
    impact: 'a print provider does not say when letters were posted, so the day they are served on stays open',
  },
  Unsigned: {
    metric: own.unsigned,
    threshold: 10,
    impact: 'advices of receipt do not come back in time: their authorities have to serve the documents otherwise',
  },
  Unrelayed: {
    metric: own.unrelayed,
    threshold: 1,
    impact: 'letters can not be given to the national service, so they wait and are posted late; each goes once',
  },
});

/** What the hub says of itself, what the mail provider thinks of it, and a page where an operator sees all of it. */
const watchedOf = (own: OwnMetrics): Readonly<Record<string, Watched>> => ({
  Stuck: {
    metric: own.stuck,
    threshold: 1,
    impact:
      'a message, a notice or a letter does not get on after ten tries: its recipient waits until an operator acts',
  },
  Oldest: {
    metric: own.oldest,
    threshold: Duration.minutes(15).toMilliseconds(),
    periods: 3,
    impact: 'work that is due waits: messages, notices, letters and reminders reach people late',
  },
  Lost: {
    metric: own.lost,
    threshold: 100,
    impact: 'queues do not take work, so every step waits for the next sweep: messages are minutes late',
  },
  Missing: {
    metric: own.missing,
    threshold: 1,
    impact:
      'an item had fallen out of the work list and was entered again: it was late by up to a day, and others may be',
  },
  AtTheirLimit: {
    metric: own.atTheirLimit,
    threshold: 1,
    impact:
      'an official has used up a day of looks: visitors go away unserved, or somebody looks at people who are not there',
  },
  ...postalOf(own),
  Unmailed: {
    metric: own.unmailed,
    threshold: 1,
    impact: 'a mail about a report of the programme reached nobody: its authority is not told of a deadline by it',
  },
  Overdue: {
    metric: own.overdue,
    threshold: 1,
    impact: 'somebody waits past the last day for what an authority holds on them: report R11 tells which authority',
  },
  Bounces: {
    metric: MAIL.bounces,
    threshold: REVIEWED_AT.bounces,
    impact: 'the mail provider may soon stop all notices: people would not learn of new mail',
  },
  Complaints: {
    metric: MAIL.complaints,
    threshold: REVIEWED_AT.complaints,
    impact: 'people report notices as spam, and the mail provider may soon stop all of them',
  },
});

/** The watch: alarms of what no single part can see, and the dashboard. */
export class WatchStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, surroundings, holdings, api, road, ...props }: WatchStackProps,
  ) {
    super(scope, id, props);
    const own = ownMetrics(settings);
    for (const [name, watched] of Object.entries(watchedOf(own))) {
      new ImpactAlarm(this, `${name}Alarm`, { ...watched, surroundings });
    }
    const tables = Object.values(holdings.tables);
    const queues = Object.values(holdings.queues);
    const functions = functionsOf(api, road);
    const recent = { period: FIVE_MINUTES };
    new Dashboard(this, 'Dashboard', {
      dashboardName: hubName(settings),
      widgets: [
        [new TextWidget({ width: 24, height: 1, markdown: `# Viestiväylä ${settings.stage}` })],
        [
          graph('Work', [own.oldest], [own.stuck, own.lost, own.missing]),
          graph(
            'Calls',
            [api.api.metricCount(recent)],
            [api.api.metricServerError(recent), api.api.metricClientError(recent)],
          ),
          graph('Latency', [
            api.api.metricLatency({ ...recent, statistic: 'p50' }),
            api.api.metricLatency({ ...recent, statistic: 'p99' }),
          ]),
        ],
        [
          graph(
            'Oldest on a queue',
            queues.map(({ queue, step }) => queue.metricApproximateAgeOfOldestMessage({ ...recent, label: step })),
          ),
          graph(
            'Dead letters',
            queues.map(({ deadLetters, step }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ ...recent, label: step }),
            ),
          ),
          graph('Mail provider', Object.values(MAIL)),
        ],
        [
          graph(
            'Faults',
            functions.map(({ faults }) => faults),
          ),
          graph(
            'Longest runs',
            functions.map((each) => each.function.metricDuration({ ...recent, statistic: 'p99', label: each.name })),
          ),
          graph(
            'Written',
            tables.map(({ table, name }) => table.metricConsumedWriteCapacityUnits({ ...recent, label: name })),
          ),
        ],
      ],
    });
  }
}

function functionsOf({ doors }: ApiStack, { workers, schedules }: RoadStack): HubFunction[] {
  const behindDoors = Object.values(doors).map(({ door }) => door);
  return [...behindDoors, ...Object.values(workers), ...Object.values(schedules)];
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({ title, left, right, width: 8, height: 6 });
}
