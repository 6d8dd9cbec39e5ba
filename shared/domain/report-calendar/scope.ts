import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import { type CalendarDate, type Instant, calendarDate } from '#shared/kernel/time';

/** What decides which reports fall due: the dates, and who there is to report on and to. */
export interface ReportScope {
  readonly calendar: ProgrammeCalendar;
  readonly organisations: readonly Row<Organisation>[];
  /** Rounds of the survey that have closed: the last day of each, and when that was entered. */
  readonly closedRounds: readonly { readonly closedOn: CalendarDate; readonly enteredAt: Instant }[];
  /** Ministries named as responsible for an obstacle in legislation. */
  readonly responsible: readonly string[];
  /** When anything of the registers was entered. */
  readonly changes: readonly Instant[];
}

/** What of a programme decides which reports fall due. */
export function scopeOf({ calendar, rows, planSteps }: Programme): ReportScope {
  return {
    calendar,
    organisations: rows.organisations,
    closedRounds: rows['survey-rounds'].flatMap(({ closedOn, enteredAt }) =>
      closedOn === undefined ? [] : [{ closedOn, enteredAt }],
    ),
    responsible: unique(rows.obstacles.flatMap(({ responsibleMinistry: id }) => (id === undefined ? [] : [id]))),
    changes: unique([
      ...Object.values(rows).flatMap((ofKind) => ofKind.map(({ enteredAt }) => enteredAt)),
      ...[...planSteps.values()].flatMap((steps) => steps.map(({ at }) => at)),
    ]),
  };
}

/** Organisations that are authorities of the programme on a day. */
export function authoritiesOn({ organisations }: ReportScope, day: CalendarDate): readonly Row<Organisation>[] {
  return organisations.filter((each) => each.roles.includes('AUTHORITY') && existsOn(each, day));
}

/** Ministries of the branches that the authorities of a day belong to, by id. */
export function branchMinistriesOn(scope: ReportScope, day: CalendarDate): readonly string[] {
  return unique(authoritiesOn(scope, day).flatMap(({ ministryBranch: id }) => (id === undefined ? [] : [id])));
}

/** @see REQ-204: organisations come, go and are succeeded by others */
export function existsOn({ validFrom = FIRST_DAY, validTo = LAST_DAY }: Organisation, day: CalendarDate): boolean {
  return validFrom <= day && day <= validTo;
}

const FIRST_DAY = calendarDate.parse('0001-01-01');
const LAST_DAY = calendarDate.parse('9999-12-31');

function unique<T extends string>(texts: readonly T[]): readonly T[] {
  return [...new Set(texts)].sort();
}
