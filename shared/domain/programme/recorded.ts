import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Kind } from '#shared/domain/programme/kinds';
import { textsAt } from '#shared/domain/programme/texts-at';
import { addMonths } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';

/** Years before its first day, and after the obligation began, of which a programme may have something on record. */
const YEARS_BEFORE = 10;
const YEARS_AFTER = 5;

/** Fields that tell a day that has been. */
const DAYS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  services: ['proposedAt'],
  volumes: ['reportedAt'],
  'self-assessments': ['proposedAt', 'completedAt'],
  'management-decisions': ['date'],
};

/** Days and years of what was done that no programme can have on record, such as a year mistyped. */
export function recordedOutside(kind: Kind, fields: object, calendar: ProgrammeCalendar): FieldProblem[] {
  const first = addMonths(calendar.startsOn, -YEARS_BEFORE * 12);
  const last = addMonths(calendar.obligationFrom, YEARS_AFTER * 12);
  const days = (DAYS[kind] ?? []).flatMap((path) => textsAt(fields, path));
  return [
    ...days
      .filter(({ text }) => text < first || text > last)
      .map(({ field }) => ({ field, rule: `OUTSIDE_PROGRAMME: must be from ${first} to ${last}` })),
    ...(kind === 'volumes' ? yearOutside(fields, yearOf(first), yearOf(last)) : []),
  ];
}

function yearOutside(fields: object, first: number, last: number): FieldProblem[] {
  const year: unknown = Reflect.get(fields, 'year');
  if (typeof year !== 'number' || (year >= first && year <= last)) return [];
  return [{ field: 'year', rule: `OUTSIDE_PROGRAMME: must be from ${first} to ${last}` }];
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}
