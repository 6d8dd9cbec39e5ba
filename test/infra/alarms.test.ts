import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { constructId } from '#infra/surroundings';
import { SCHEDULES, STEPS } from '#shared/contracts/pipeline';
import { DOORS } from '#shared/contracts/routes';
import { TABLES } from '#shared/contracts/tables';
import { propertiesOf, synthesize } from '#test/infra/hub-templates';

const { all, data, road, api, watch } = synthesize('production');
const alarms = all.flatMap((template) => Object.entries(propertiesOf(template, 'AWS::CloudWatch::Alarm')));
const descriptionOf = (prefix: string) =>
  alarms.filter(([id]) => id.startsWith(prefix)).map(([, each]) => each['AlarmDescription']);

describe('alarms', () => {
  it('say who is hurt, each of them', () => {
    expect(alarms.length).toBeGreaterThan(60);
    expect(alarms.filter(([, each]) => !/^Impact: .{20,}/.test(String(each['AlarmDescription'])))).toEqual([]);
  });

  it('are told to somebody, as is that they are over', () => {
    const told = z.object({ AlarmActions: z.tuple([z.unknown()]), OKActions: z.tuple([z.unknown()]) });
    expect(alarms.filter(([, each]) => !told.safeParse(each).success)).toEqual([]);
  });

  it.each(Object.entries(STEPS))(
    'ring for the queue and the worker of %s with the words of its step',
    (step, { impact }) => {
      const id = constructId(step);
      const [deadLetters, age, worker] = ['DeadLetterAlarm', 'AgeAlarm', 'WorkerFaultAlarm'].map((each) =>
        descriptionOf(`${id}${each}`),
      );
      expect([deadLetters, age, worker]).toEqual([[`Impact: ${impact}`], [`Impact: ${impact}`], [`Impact: ${impact}`]]);
    },
  );

  it('ring at the first dead letter', () => {
    data.resourcePropertiesCountIs(
      'AWS::CloudWatch::Alarm',
      { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1, EvaluationPeriods: 1 },
      Object.keys(STEPS).length,
    );
  });

  it.each(Object.entries(DOORS))('ring for the door %s with the words of the table of routes', (door, { impact }) => {
    expect(descriptionOf(`${constructId(door)}DoorFaultAlarm`)).toEqual([`Impact: ${impact}`]);
  });

  it.each(Object.entries(SCHEDULES))('ring when %s fails, is not started or falls silent', (name, { impact }) => {
    const id = constructId(name);
    const told = ['DoorFaultAlarm', 'NotStartedAlarm', 'SilenceAlarm'].flatMap((each) => descriptionOf(`${id}${each}`));
    expect(told).toEqual([`Impact: ${impact}`, `Impact: ${impact}`, `Impact: ${impact}`]);
  });

  it.each(Object.entries(TABLES))('ring for the table %s with the words of the table of tables', (name, { impact }) => {
    const told = ['ThrottleAlarm', 'SystemErrorAlarm'].flatMap((each) =>
      descriptionOf(`${constructId(name)}Table${each}`),
    );
    expect(told).toEqual([expect.stringContaining(impact), expect.stringContaining(impact)]);
  });

  it('hear the faults that a door turns into an answer', () => {
    for (const template of [road, api]) {
      const functions = Object.keys(template.findResources('AWS::Lambda::Function'));
      template.resourceCountIs('AWS::Logs::MetricFilter', functions.length);
      template.allResourcesProperties('AWS::Logs::MetricFilter', { FilterPattern: '%level.:.error%' });
    }
    expect(JSON.stringify({ level: 'error', event: 'request' })).toMatch(/level.:.error/);
    expect(JSON.stringify({ level: 'warn', event: 'nudge-lost' })).not.toMatch(/level.:.error/);
  });

  it('ring for errors and slowness of the gateway', () => {
    api.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: '5XXError' });
    api.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'Latency', ExtendedStatistic: 'p99' });
  });

  it.each(['WorkStuck', 'OldestWork', 'NudgesLost', 'WorkMissingFromIndex', 'OfficialsAtTheirLimit'])(
    "ring for the hub's own %s",
    (MetricName) => {
      watch.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace: 'viestivayla-production', MetricName });
    },
  );

  it.each(['Reputation.BounceRate', 'Reputation.ComplaintRate'])('ring for %s of the mail provider', (MetricName) => {
    watch.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace: 'AWS/SES', MetricName });
  });

  it('go to the address an operator gives', () => {
    data.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'valvonta@viestit.example' });
  });
});

describe('the dashboard', () => {
  it('is one for each hub', () => {
    watch.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});
