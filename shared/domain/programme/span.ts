import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Kind } from '#shared/domain/programme/kinds';
import { textsAt } from '#shared/domain/programme/texts-at';
import { addMonths } from '#shared/kernel/calendar';

/** Months after the obligation begins within which what is late may still be planned. */
const AFTERWARDS = 60;

/** Fields that hold a day of the programme; other days may lie long before it. */
const DAYS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  services: ['offerings.targetDate', 'obligationFrom'],
  plans: ['offerings.targetDate', 'milestones.due', 'phases.from', 'phases.to'],
  actions: ['due'],
};

/** Days of a plan that lie before the programme, or so long after it that they are no plan. */
export function outsideProgramme(kind: Kind, fields: object, calendar: ProgrammeCalendar): FieldProblem[] {
  const [first, last] = [calendar.startsOn, addMonths(calendar.obligationFrom, AFTERWARDS)];
  const rule = `OUTSIDE_PROGRAMME: must be from ${first} to ${last}`;
  return (DAYS[kind] ?? [])
    .flatMap((path) => textsAt(fields, path))
    .flatMap(({ field, text }) => (text < first || text > last ? [{ field, rule }] : []));
}
