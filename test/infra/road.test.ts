import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { constructId } from '#infra/surroundings';
import { NOTICE_EVENT_TYPES, noticeEventBody } from '#shared/contracts/notice-event';
import { SCHEDULES, SCHEDULE_ZONE, STEPS } from '#shared/contracts/pipeline';
import { propertiesOf, synthesize, theOne } from '#test/infra/hub-templates';

const { road, settings } = synthesize('sandbox');
const production = synthesize('production');

const workers = Object.entries(STEPS).map(([step, shape]) => ({
  step,
  shape,
  worker: theOne(road, 'AWS::Lambda::Function', `${constructId(step)}WorkerFunction`),
  source: theOne(road, 'AWS::Lambda::EventSourceMapping', `${constructId(step)}Worker`),
}));

const schedules = Object.entries(SCHEDULES).map(([name, shape]) => ({
  name,
  shape,
  schedule: theOne(road, 'AWS::Scheduler::Schedule', `${constructId(name)}Schedule`),
}));

describe('workers', () => {
  it('are those of the steps, and beside them only the schedules', () => {
    road.resourceCountIs('AWS::Lambda::EventSourceMapping', workers.length);
    road.resourceCountIs('AWS::Lambda::Function', workers.length + schedules.length);
  });

  it.each(workers)('$step takes as many records, and runs as long, as its step says', ({ shape, worker, source }) => {
    expect(worker['Timeout']).toBe(shape.timeout);
    expect(source['BatchSize']).toBe(shape.batchSize);
    expect(source['MaximumBatchingWindowInSeconds']).toBe('batchWindow' in shape ? shape.batchWindow : undefined);
  });

  it.each(workers)('$step sends back only the records it could not do', ({ source }) => {
    expect(source['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it('that send e-mail or set letters are few at the same time', () => {
    const few = workers.filter(({ source }) => 'ScalingConfig' in source).map(({ step }) => step);
    expect(few).toEqual(['deliver-electronically', 'remind-recipient', 'order-print', 'tell-consent']);
  });
});

describe('batches', () => {
  const handOverOf = ({ road: template }: typeof production) =>
    z
      .object({ Environment: z.object({ Variables: z.object({ HAND_OVER: z.string() }) }) })
      .parse(theOne(template, 'AWS::Lambda::Function', 'CutBatchesDoorFunction')).Environment.Variables.HAND_OVER;

  it('are brought where the operator says, and nowhere by itself', () => {
    expect(handOverOf(synthesize('sandbox'))).toBe('none');
    expect(handOverOf(production)).toBe('s3:kirjapaino-kuoret/viestit@210987654321');
  });
});

describe('functions', () => {
  const api = synthesize('sandbox').api;

  it('run on ARM with Node 24 from one ESM file', () => {
    for (const template of [road, api]) {
      template.allResourcesProperties('AWS::Lambda::Function', {
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
      });
    }
  });

  it('log to groups that are encrypted, mask identity codes and forget', () => {
    for (const template of [road, api]) {
      template.allResourcesProperties('AWS::Logs::LogGroup', {
        KmsKeyId: Match.anyValue(),
        RetentionInDays: settings.logRetention,
        DataProtectionPolicy: Match.anyValue(),
      });
    }
  });

  it.each(['131052-308T', '131052+308T', '010100A9026', '010100Y9026'])('mask %s', (code) => {
    const log = theOne(road, 'AWS::Logs::LogGroup', 'SweepDoorLog');
    const { Regex } = z
      .object({ Configuration: z.object({ CustomDataIdentifier: z.tuple([z.object({ Regex: z.string() })]) }) })
      .parse(log['DataProtectionPolicy']).Configuration.CustomDataIdentifier[0];
    expect(code).toMatch(new RegExp(`^${Regex}$`));
    expect(Regex).toMatch(/^[\w#=@/;, ^$?[\]{}|\\*+.-]{1,200}$/);
  });

  it('have executions set aside for the schedules in production only', () => {
    const reserved = (template: typeof road) =>
      Object.values(propertiesOf(template, 'AWS::Lambda::Function')).filter(
        (each) => each['ReservedConcurrentExecutions'] !== undefined,
      );
    expect(reserved(road)).toEqual([]);
    expect(reserved(production.road)).toHaveLength(schedules.length);
  });
});

describe('schedules', () => {
  it.each(schedules)('$name runs as the table says, by the clock of Finland', ({ shape, schedule }) => {
    expect(schedule).toMatchObject({
      ScheduleExpression: shape.expression,
      ScheduleExpressionTimezone: SCHEDULE_ZONE,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { DeadLetterConfig: expect.anything(), RetryPolicy: { MaximumRetryAttempts: 2 } },
    });
    expect(SCHEDULE_ZONE).toBe('Europe/Helsinki');
  });

  it.each(schedules)('$name does not wait for the hour that a night in spring lacks', ({ schedule }) => {
    expect(schedule['ScheduleExpression']).toMatch(/^rate\(|^cron\(\S+ (?!3 )\d{1,2} /);
  });

  it('ring when they fall silent', () => {
    road.resourcePropertiesCountIs(
      'AWS::CloudWatch::Alarm',
      { MetricName: 'Invocations', ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' },
      schedules.length,
    );
  });
});

const template = z.object({
  InputPathsMap: z.record(z.string(), z.string()),
  InputTemplate: z.string(),
});
const rule = z.object({
  EventPattern: z.object({ source: z.array(z.string()), detail: z.object({ eventType: z.array(z.string()) }) }),
  Targets: z.tuple([z.object({ InputTransformer: template })]),
});

describe('what becomes of notices', () => {
  const rules = Object.values(propertiesOf(road, 'AWS::Events::Rule')).map((each) => rule.parse(each));

  it('is asked of SES in the types the worker knows, each by one rule', () => {
    road.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { MatchingEventTypes: NOTICE_EVENT_TYPES.map((type) => type.toLowerCase()) },
    });
    expect(rules.flatMap(({ EventPattern }) => EventPattern.detail.eventType).sort()).toEqual(
      [...NOTICE_EVENT_TYPES].sort(),
    );
  });

  it.each(['Send', 'Bounce', 'Complaint', 'Reject'])('comes to the queue as ids and words: %s', (eventType) => {
    const event = {
      detail: {
        eventType,
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'matti@example.fi' }] },
        mail: { destination: ['matti@example.fi'], tags: { about: ['4711-1'], attempt: ['bbbbbbbbbbbb'] } },
      },
    };
    const [match] = rules.filter(({ EventPattern }) => EventPattern.detail.eventType.includes(eventType));
    const body: unknown = JSON.parse(transformed(match?.Targets[0].InputTransformer, event));
    expect(body).toEqual({
      about: '4711-1',
      attempt: 'bbbbbbbbbbbb',
      type: eventType,
      bounceType: eventType === 'Bounce' ? 'Permanent' : '',
    });
    expect(noticeEventBody.safeParse(body).success).toBe(true);
  });

  it('is asked for the notices of this stage only', () => {
    road.allResourcesProperties('AWS::Events::Rule', {
      EventPattern: { detail: { mail: { tags: { 'ses:configuration-set': [settings.notices.configurationSet] } } } },
    });
  });
});

describe('the identity of the from address', () => {
  it('is made where an operator gives one, with its own MAIL FROM', () => {
    production.road.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'viestit.example',
      MailFromAttributes: { MailFromDomain: 'bounce.viestit.example' },
    });
    expect(Object.keys(production.road.findOutputs('*')).filter((name) => /IdentityRecord\d/.test(name))).toHaveLength(
      3,
    );
    road.resourceCountIs('AWS::SES::EmailIdentity', 0);
  });
});

/** As EventBridge fills in an input template: each `<name>` by the JSON of what stands at its path. */
function transformed(input: z.infer<typeof template> | undefined, event: unknown): string {
  if (!input) throw new Error('no rule for this type');
  return input.InputTemplate.replaceAll(/<([^>]+)>/g, (_, name: string) =>
    JSON.stringify(at(event, input.InputPathsMap[name] ?? '')),
  );
}

function at(event: unknown, path: string): unknown {
  const steps = path
    .replace('$.', '')
    .split(/[.[\]]+/)
    .filter(Boolean);
  return steps.reduce<unknown>(
    (value, step): unknown => (value instanceof Object ? Reflect.get(value, step) : undefined),
    event,
  );
}
