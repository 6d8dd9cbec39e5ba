import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseOn } from '#shared/domain/programme/calendar';
import { CALENDAR_2019, demoCalendar } from '#shared/domain/programme/calendars';
import type { PlanStep } from '#shared/domain/programme/registry/plan';
import { deadlinesOf, isOffsetDay } from '#shared/domain/report-calendar/deadlines';
import { latenessOf } from '#shared/domain/transition/lateness';
import { statusOf } from '#shared/domain/transition/status';
import { addDays, weekdayOf } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';
import { at, date, permitOf, programmeOf, stepOf, townOf, townPlanOf } from '#test/builders/transition';

const WITHOUT_GOALS = { ...CALENDAR_2019, milestones: [] };

const daysFrom = (day: CalendarDate, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => addDays(day, first + i));

describe('the days on which a deadline is told of', () => {
  it.each([
    ['2022-12-31', ['2022-07-04', '2022-10-02', '2022-12-01', '2022-12-24', '2023-01-01'], [1, 0, 4, 6, 0]],
    ['2020-06-30', ['2020-01-02', '2020-04-01', '2020-05-31', '2020-06-23', '2020-07-01'], [4, 3, 0, 2, 3]],
  ])('before and after %s are those of the programme, on whatever weekday', (deadline, days, weekdays) => {
    const told = daysFrom(date(deadline), -200, 30).filter((day) => isOffsetDay(WITHOUT_GOALS, day));
    expect(told).toEqual(days);
    expect(told.map(weekdayOf)).toEqual(weekdays);
  });

  it('belong to the plans and to the end of the transition, moved only where the calendar says so', () => {
    expect(deadlinesOf(WITHOUT_GOALS)).toEqual(['2020-06-30', '2022-12-31']);
    expect(deadlinesOf({ ...WITHOUT_GOALS, rollPolicyDeadlines: true })).toEqual(['2020-06-30', '2023-01-02']);
  });
});

const anyMoment = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((day) => at(day.toISOString()));

function howLate(steps: PlanStep[], moment: Instant): { days: number; level: number } {
  const { days = 0, level } = latenessOf({ steps, calendar: CALENDAR_2019 }, moment) ?? {};
  return { days, level: level?.level ?? 0 };
}

describe('lateness', () => {
  it('only grows while nothing is done', () => {
    const handedIn = [stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z'), stepOf('RETURNED', '2020-05-05T09:00:00.000Z')];
    const anySteps = fc.constantFrom<PlanStep[]>([], handedIn);
    fc.assert(
      fc.property(anySteps, anyMoment, anyMoment, (steps, one, other) => {
        const [before, now] = [one, other].toSorted().map((moment) => howLate(steps, moment));
        expect(now?.days).toBeGreaterThanOrEqual(before?.days ?? 0);
        expect(now?.level).toBeGreaterThanOrEqual(before?.level ?? 0);
      }),
    );
  });

  it('takes its steps from the calendar, in any order', () => {
    const lateLevels = [
      { level: 2, days: 60, to: 'STEERING_GROUP' as const },
      { level: 1, days: 5, to: 'AUTHORITY' as const },
    ];
    const life = { steps: [], calendar: { ...CALENDAR_2019, lateLevels } };
    expect(latenessOf(life, at('2020-07-01T09:00:00.000Z'))).toEqual({ days: 1, level: undefined });
    expect(latenessOf(life, at('2020-07-06T09:00:00.000Z'))?.level).toMatchObject({ level: 1 });
    expect(latenessOf(life, at('2020-09-01T09:00:00.000Z'))?.level).toMatchObject({ level: 2, to: 'STEERING_GROUP' });
  });
});

describe('a programme that is over before it is entered', () => {
  const handedIn = { 'plan-kaupunki': [stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z')] };
  const rows = { organisations: [townOf(), townOf({ id: 'muu' })], services: [permitOf()], plans: [townPlanOf()] };
  const today = at('2026-11-23T10:00:00.000Z');

  it('shows plans locked, and the one that never came as long overdue', () => {
    const programme = programmeOf(rows, { steps: handedIn });
    expect(statusOf(programme, 'kaupunki', today)).toMatchObject({ planState: 'LOCKED', late: false, rag: 'GREEN' });
    expect(statusOf(programme, 'muu', today)).toMatchObject({
      planState: 'MISSING',
      late: true,
      level: 3,
      daysLate: 2337,
    });
  });

  it('has no day left on which anybody would be told of a deadline', () => {
    const days = daysFrom(helsinkiDay(today), 0, 400);
    expect(days.filter((day) => isOffsetDay(CALENDAR_2019, day))).toEqual([]);
  });

  it('is in force with its obligation, in transition until the last day of 2022', () => {
    expect(phaseOn(CALENDAR_2019, date('2018-12-31'))).toBe('BEFORE');
    expect(phaseOn(CALENDAR_2019, date('2022-12-31'))).toBe('TRANSITION');
    expect(phaseOn(CALENDAR_2019, date('2023-01-01'))).toBe('OBLIGATION');
  });

  it('lives again by a calendar that is moved', () => {
    const programme = programmeOf(rows, { calendar: demoCalendar(date('2026-11-23')) });
    expect(statusOf(programme, 'muu', at('2027-02-23T21:59:59.999Z'))).toMatchObject({
      planState: 'MISSING',
      late: false,
    });
    expect(statusOf(programme, 'muu', at('2027-02-23T22:00:00.000Z'))).toMatchObject({ late: true, level: 1 });
    expect(statusOf(programme, 'kaupunki', today)).toMatchObject({ planState: 'DRAFT', late: false });
  });
});

describe('the status of an authority', () => {
  const milestones = [
    { text: 'Chat', due: '2020-12-31' },
    { text: 'Lomakkeet', due: '2021-12-31' },
  ];
  const rows = {
    organisations: [
      townOf(),
      townOf({ id: 'vanha', validTo: '2019-12-31' }),
      townOf({ id: 'uusi', successorOf: ['vanha'] }),
    ],
    services: [permitOf(), permitOf({ id: 'b', coOwners: ['uusi'] }), permitOf({ id: 'c', organisationId: 'vanha' })],
    plans: [
      townPlanOf({ milestones }),
      townPlanOf({ id: 'p2', organisationId: 'vanha', milestones }),
      townPlanOf({ id: 'p3', organisationId: 'uusi' }),
    ],
    actions: ['t1', 't2', 't3'].map((id) => ({ id, planId: 'p2', text: id, due: '2020-05-05' })),
    obstacles: ['o1', 'o2'].map((id) => ({ id, statute: id, type: 'OTHER', services: ['b'] })),
  };
  const steps = { p2: [stepOf('SUBMITTED', '2019-05-04T09:00:00.000Z')] };
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

  it('does not depend on the order of rows', () => {
    const anyOrder = fc.record({
      organisations: shuffled(rows.organisations),
      services: shuffled(rows.services),
      plans: shuffled(rows.plans),
      actions: shuffled(rows.actions),
      obstacles: shuffled(rows.obstacles),
    });
    fc.assert(
      fc.property(anyOrder, anyMoment, fc.constantFrom('kaupunki', 'vanha', 'uusi'), (order, moment, id) => {
        expect(statusOf(programmeOf(order, { steps }), id, moment)).toEqual(
          statusOf(programmeOf(rows, { steps }), id, moment),
        );
      }),
    );
  });
});
