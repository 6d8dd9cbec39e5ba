import type { Receiver, ReportKind } from '#shared/domain/programme/report';
import type { CalendarDate, Instant } from '#shared/kernel/time';

/** A report that is due: of which period, to whom, and when. Everything that its figures depend on beside the records. */
export interface ReportRequest {
  readonly kind: ReportKind;
  /** `2020-07`, `2020-W27`, `2020-Q3`, `2020-H1`, `2020`, or a day. */
  readonly period: string;
  /** First and last day of the period. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** When it is due; the records are read as they stood then. */
  readonly dueAt: Instant;
  readonly receivers: readonly Receiver[];
  /** The organisation a report is about, where it is about one. */
  readonly organisationId?: string;
}
