import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { CALENDAR, calendarFields, calendarIn } from '#shared/flow/programme/read-programme';
import { type RegisterRefusal, type Seen, versionFollowed } from '#shared/flow/programme/registers';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { CalendarDate, Clock } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface CalendarPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'put'>;
  readonly clock: Clock;
}

/** The calendar in force; version 0 is the example that holds until one is entered. */
export interface CalendarInForce {
  readonly calendar: ProgrammeCalendar;
  readonly version: number;
}

/** The dates and limits of the programme; the ministry sets them (hub-api.md section 6). */
export function makeChangeCalendar({ rows, clock }: CalendarPorts) {
  async function current(): Promise<CalendarInForce> {
    const row = await rows.read(CALENDAR.kind, CALENDAR.id);
    return { calendar: calendarIn(row), version: row?.version ?? 0 };
  }

  async function change(
    caller: ProgrammeRole,
    calendar: ProgrammeCalendar,
    seen: Seen,
  ): Promise<Result<CalendarInForce & { readonly isNew: boolean }, RegisterRefusal>> {
    if (caller.role !== 'MINISTRY') return refuse({ kind: 'role-missing' });
    const problems = outOfOrder(calendar);
    if (problems.length > 0) return refuse({ kind: 'row-refused', problems });
    const was = await rows.read(CALENDAR.kind, CALENDAR.id);
    const isExample = was === undefined && (seen === 0 || seen === 'any');
    const follows = versionFollowed(was, isExample ? undefined : seen);
    if (!follows.ok) return follows;
    const put = await rows.put(
      { ...CALENDAR, fields: calendarFields(calendar) },
      { at: clock(), follows: follows.value },
    );
    if (!put.ok) return refuse({ kind: 'row-stale' });
    return ok({ calendar, version: put.value.version, isNew: was === undefined });
  }

  return { current, change };
}

/** The days of a programme follow each other. */
function outOfOrder({ startsOn, planDeadline, transitionEnd, obligationFrom, milestones }: ProgrammeCalendar) {
  return [
    ...notBefore('planDeadline', planDeadline, startsOn),
    ...notBefore('transitionEnd', transitionEnd, planDeadline),
    ...notBefore('obligationFrom', obligationFrom, transitionEnd),
    ...milestones.flatMap((day, i) => [
      ...notBefore(`milestones.${i}`, day, startsOn),
      ...notBefore('obligationFrom', obligationFrom, day),
    ]),
  ];
}

function notBefore(field: string, day: CalendarDate, first: CalendarDate): FieldProblem[] {
  return day < first ? [{ field, rule: `must not be before ${first}` }] : [];
}
