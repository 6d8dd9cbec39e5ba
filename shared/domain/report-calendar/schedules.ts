import type { LateLevel } from '#shared/domain/programme/calendar';
import type { Receiver, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { planDeadline } from '#shared/domain/programme/deadlines';
import { isInLastDays, isOffsetDay } from '#shared/domain/report-calendar/deadlines';
import { type Period, dayOf, halfOf, monthOf, quarterOf, weekOf, yearOf } from '#shared/domain/report-calendar/periods';
import { type ReportScope, authoritiesOn, branchMinistriesOn } from '#shared/domain/report-calendar/scope';
import { addDays, addMonths, momentOn, weekdayOf } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay, later } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

/** A report of a day, without what is the same for all of that day. */
export type Draft = Period & Pick<ReportRequest, 'receivers' | 'organisationId'>;

type Schedule = (day: CalendarDate, scope: ReportScope) => readonly Draft[];

const PUBLIC: Receiver = { type: 'public' };
const MINISTRY: Receiver = { type: 'ministry' };
const MONDAY = 1;
const FIRST_OF_MARCH = '03-01';

/**
 * What falls due on a day in Helsinki, by kind. Periodic reports are of the period that has ended; what authorities have to
 * do (R2) and the year's plan (R13) are of the one that runs.
 *
 * @see domain.md 4.3
 */
export const SCHEDULES_OF: Readonly<Record<ReportKind, Schedule>> = {
  R1: (day, { calendar }) => {
    if (isFirstWorkingDay(day)) return [{ ...monthOf(addMonths(day, -1)), receivers: [MINISTRY] }];
    const isWeekly = isMonday(day) && isInLastDays(calendar, day);
    return isWeekly ? [{ ...weekOf(addDays(day, -1)), receivers: [MINISTRY] }] : [];
  },

  R2: (day, scope) => {
    if (isMonday(day)) return toEachAuthority(weekOf(day), day, scope);
    return isOffsetDay(scope.calendar, day) ? toEachAuthority(dayOf(day), day, scope) : [];
  },

  R3: (day, scope) => {
    const { calendar } = scope;
    const due = planDeadline(calendar);
    const levels = calendar.lateLevels.filter(({ days }) => addDays(due, days) === day);
    return levels.length > 0 ? [{ ...dayOf(day), receivers: toldOf(levels, branchMinistriesOn(scope, day)) }] : [];
  },

  R4: (day, { changes }) => {
    const hasChanged = changes.some((at) => momentOn(addDays(day, -1), RUN_AT) < at && at <= momentOn(day, RUN_AT));
    return hasChanged || day.endsWith('-01') ? [{ ...dayOf(day), receivers: [PUBLIC] }] : [];
  },

  R5: (day, { calendar }) => {
    const dueOn = addDays(day, -1);
    const ofCohort = calendar.cohorts.some((cohort) => cohort.dueOn === dueOn) ? [dayOf(dueOn)] : [];
    return [...ofCohort, ...quarterly(day)].map((period) => ({ ...period, receivers: [PUBLIC, MINISTRY] }));
  },

  R6: (day, scope) => {
    const ministries = [...new Set([...branchMinistriesOn(scope, day), ...scope.responsible])].sort();
    return quarterly(day).map((period) => ({ ...period, receivers: [MINISTRY, ...ministries.map(organisation)] }));
  },

  R7: (day) => quarterly(day).map((period) => ({ ...period, receivers: [MINISTRY] })),

  R8: (day, scope) =>
    isFirstWorkingDay(day) ? toMinistryAndEachAuthority(monthOf(addMonths(day, -1)), day, scope) : [],

  R9: (day) => halfYearly(day).map((period) => ({ ...period, receivers: [MINISTRY] })),

  R10: (day) =>
    quarterly(day).map((period) => ({
      ...period,
      receivers: [{ type: 'national-developer' }, { type: 'coordinators' }],
    })),

  R11: (day, scope) => halfYearly(day).flatMap((period) => toMinistryAndEachAuthority(period, day, scope)),

  R12: (day, { closedRounds }) => {
    const closed = closedRounds.filter(({ closedOn, enteredAt }) => publishedOn(closedOn, enteredAt) === day);
    const days = [...new Set(closed.map(({ closedOn }) => closedOn))].sort();
    return days.map((closedOn) => ({ ...dayOf(closedOn), receivers: [PUBLIC] }));
  },

  R13: (day) => (day.endsWith(FIRST_OF_MARCH) ? [{ ...yearOf(day), receivers: [PUBLIC, MINISTRY] }] : []),
};

/** When reports are made, by a clock in Helsinki. */
export const RUN_AT = '06:00';

/** The first morning on which a round is over and on record; a round of the past is told of once it is entered. */
function publishedOn(closedOn: CalendarDate, enteredAt: Instant): CalendarDate {
  const known = helsinkiDay(enteredAt);
  const morning = enteredAt <= momentOn(known, RUN_AT) ? known : addDays(known, 1);
  return later(addDays(closedOn, 1), morning);
}

/** The authority itself has its own report on that day (R2), so the first level is for the ministry to see. */
function toldOf(levels: readonly LateLevel[], branches: readonly string[]): readonly Receiver[] {
  const isFor = (to: LateLevel['to']) => levels.some((level) => level.to === to);
  return [
    MINISTRY,
    ...(isFor('MINISTRY') || isFor('STEERING_GROUP') ? branches.map(organisation) : []),
    ...(isFor('STEERING_GROUP') ? [{ type: 'steering-group' as const }] : []),
  ];
}

function toEachAuthority(period: Period, day: CalendarDate, scope: ReportScope): Draft[] {
  return authoritiesOn(scope, day).map(({ id }) => ({ ...period, organisationId: id, receivers: [organisation(id)] }));
}

function toMinistryAndEachAuthority(period: Period, day: CalendarDate, scope: ReportScope): Draft[] {
  return [{ ...period, receivers: [MINISTRY] }, ...toEachAuthority(period, day, scope)];
}

function organisation(organisationId: string): Receiver {
  return { type: 'organisation', organisationId };
}

function quarterly(day: CalendarDate): Period[] {
  return isFirstWorkingDay(day) && quarterOf(day).from.slice(0, 7) === day.slice(0, 7)
    ? [quarterOf(addMonths(day, -3))]
    : [];
}

function halfYearly(day: CalendarDate): Period[] {
  return isFirstWorkingDay(day) && halfOf(day).from.slice(0, 7) === day.slice(0, 7) ? [halfOf(addMonths(day, -6))] : [];
}

function isFirstWorkingDay(day: CalendarDate): boolean {
  return workingDayFrom(monthOf(day).from) === day;
}

function isMonday(day: CalendarDate): boolean {
  return weekdayOf(day) === MONDAY;
}
