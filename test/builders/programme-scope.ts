import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { type Organisation, organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import type { ReportScope } from '#shared/domain/report-calendar/scope';
import { calendarDate, instant } from '#shared/kernel/time';

/** When everything of these tests was entered. */
export const ENTERED = instant.parse('2019-01-02T10:00:00.000Z');

export const at = (text: string) => instant.parse(text);
export const on = (text: string) => calendarDate.parse(text);

/** An organisation as it is on record; an authority unless told otherwise. */
export function organisationRow(id: string, fields: object = {}): Row<Organisation> {
  return { ...organisation.parse({ names: { fi: id }, type: 'STATE', ...fields }), id, version: 1, enteredAt: ENTERED };
}

/** What decides which reports fall due: the programme of 2019 with one authority. */
export function scopeWith(
  fields: Partial<Omit<ReportScope, 'calendar'>> = {},
  calendar: Partial<ProgrammeCalendar> = {},
): ReportScope {
  return {
    calendar: { ...CALENDAR_2019, ...calendar },
    organisations: [organisationRow('vero', { ministryBranch: 'vm' })],
    closedRounds: [],
    responsible: [],
    changes: [],
    ...fields,
  };
}
