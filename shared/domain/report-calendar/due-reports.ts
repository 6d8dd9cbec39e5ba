import { reportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { RUN_AT, SCHEDULES_OF } from '#shared/domain/report-calendar/schedules';
import type { ReportScope } from '#shared/domain/report-calendar/scope';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type Instant, helsinkiDay } from '#shared/kernel/time';

/** Moments after one and up to and including another. */
export interface Span {
  readonly after: Instant;
  readonly until: Instant;
}

/** Moments at which reports are made: each day at six in the morning in Helsinki. */
export function* runMoments({ after, until }: Span): Generator<Instant> {
  for (let day = helsinkiDay(after); ; day = addDays(day, 1)) {
    const moment = momentOn(day, RUN_AT);
    if (moment > until) return;
    if (moment > after) yield moment;
  }
}

/**
 * The reports that fall due in a span, in order. Deadlines tell by their dates only; periodic reports go on before the
 * programme begins and after it has ended, for as long as there is anybody to report on.
 *
 * @returns each once; a span that is cut in two anywhere gives the same
 * @see domain.md 4.3
 */
export function dueReports(scope: ReportScope, span: Span): readonly ReportRequest[] {
  if (scope.organisations.length === 0) return [];
  return [...runMoments(span)].flatMap((moment) => reportsAt(scope, moment));
}

function reportsAt(scope: ReportScope, dueAt: Instant): ReportRequest[] {
  const day = helsinkiDay(dueAt);
  return reportKind.options.flatMap((kind) =>
    SCHEDULES_OF[kind](day, scope).map((draft) => ({ kind, dueAt, ...draft })),
  );
}

/** Days that hold a monthly report for certain. */
const LONGEST_WAIT = 45;

/** The first moment after another at which anything is due, as far as is known by now; none in a programme of nobody. */
export function nextDue(scope: ReportScope, after: Instant): Instant | undefined {
  const until = momentOn(addDays(helsinkiDay(after), LONGEST_WAIT), RUN_AT);
  for (const moment of runMoments({ after, until })) if (reportsAtAny(scope, moment)) return moment;
  return undefined;
}

function reportsAtAny(scope: ReportScope, moment: Instant): boolean {
  return scope.organisations.length > 0 && reportsAt(scope, moment).length > 0;
}
