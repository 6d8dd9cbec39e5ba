import { CALENDAR, calendarFields, calendarIn } from '#shared/flow/programme/read-programme';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** Moves the day by which plans are due, and leaves the rest of the calendar in force as it is. */
export async function setPlanDeadline(rows: ProgrammeRows, planDeadline: CalendarDate, at: Instant): Promise<void> {
  const row = await rows.read(CALENDAR.kind, CALENDAR.id);
  const fields = calendarFields({ ...calendarIn(row), planDeadline });
  await rows.put({ ...CALENDAR, fields }, { at, follows: row?.version });
}
