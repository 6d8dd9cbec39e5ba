import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { ServiceMonth } from '#shared/domain/traffic/service-month';
import { selfAssessmentSummary, surveyReproduction } from '#shared/flow/programme/survey-reports';

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
  R5: (request, { programme }) => selfAssessmentSummary(request, programme),
  R12: (request, { programme }) => surveyReproduction(request, programme),
};
