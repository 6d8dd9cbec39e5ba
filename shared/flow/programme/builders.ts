import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { annualPlanReport } from '#shared/domain/transition/reports/annual-plan';
import { escalationReport } from '#shared/domain/transition/reports/escalation';
import { exceptionsReport } from '#shared/domain/transition/reports/exceptions';
import { followUpReport } from '#shared/domain/transition/reports/follow-up';
import { toDoReport } from '#shared/domain/transition/reports/to-do';
import type { ServiceMonth } from '#shared/domain/traffic/service-month';

/** Everything a report is made from, as it stood when the report was due. */
export interface ReportMaterial {
  readonly programme: Programme;
  /** Months of every service up to the end of the period. */
  readonly traffic: readonly ServiceMonth[];
}

/** Makes what a report says: a pure function, so that a repeat says the same. */
export type Builder = (request: ReportRequest, material: ReportMaterial) => ReportContent;

/** How each report is made. */
export const BUILDERS: Partial<Readonly<Record<ReportKind, Builder>>> = {
  R1: (request, { programme }) => followUpReport(request, programme),
  R2: (request, { programme }) => toDoReport(request, programme),
  R3: (request, { programme }) => escalationReport(request, programme),
  R7: (request, { programme }) => exceptionsReport(request, programme),
  R13: (request, { programme }) => annualPlanReport(request, programme),
};
