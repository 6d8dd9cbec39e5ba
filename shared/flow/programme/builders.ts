import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { supportReport } from '#shared/domain/digital-support/report/support-report';
import type { TenantId } from '#shared/domain/message/ids';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { roadmapReport } from '#shared/domain/roadmap/roadmap-report';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { annualPlanReport } from '#shared/domain/transition/reports/annual-plan';
import { escalationReport } from '#shared/domain/transition/reports/escalation';
import { exceptionsReport } from '#shared/domain/transition/reports/exceptions';
import { followUpReport } from '#shared/domain/transition/reports/follow-up';
import { toDoReport } from '#shared/domain/transition/reports/to-do';
import { buildCompliance } from '#shared/flow/programme/compliance';
import { roadmapOf } from '#shared/flow/programme/roadmap-pages';
import { selfAssessmentSummary, surveyReproduction } from '#shared/flow/programme/survey-reports';
import { makeChannelReport, makeEffectsReport, makeObstacleReport } from '#shared/flow/programme/traffic-reports';

/** Everything a report is made from, as it stood when the report was due. */
export interface ReportMaterial {
  readonly programme: Programme;
  /** Months of every service up to the end of the period; none for a report that does not tell of them. */
  readonly traffic: readonly ServiceMonth[];
  /** Hits of statutes in the same months. */
  readonly statutes?: readonly StatuteMonth[];
  /** Read for R10 only (flow/digital-support/read-support). */
  readonly support?: SupportRecords;
  /** Late requests for own data, by authority; read for R11 only. */
  readonly overdue?: ReadonlyMap<TenantId, number>;
}

/** Makes what a report says: a pure function, so that a repeat says the same. */
export type Builder = (request: ReportRequest, material: ReportMaterial) => ReportContent;

/** Reports that tell of the traffic; the others are made without reading it. */
export const TELL_OF_TRAFFIC: ReadonlySet<ReportKind> = new Set(['R6', 'R8', 'R9']);

/** How each report is made (domain.md 4.3). */
export const BUILDERS: Readonly<Record<ReportKind, Builder>> = {
  R1: (request, { programme }) => followUpReport(request, programme),
  R2: (request, { programme }) => toDoReport(request, programme),
  R3: (request, { programme }) => escalationReport(request, programme),
  R4: ({ to }, { programme }) => roadmapReport(roadmapOf(programme, to)),
  R5: (request, { programme }) => selfAssessmentSummary(request, programme),
  R6: makeObstacleReport,
  R7: (request, { programme }) => exceptionsReport(request, programme),
  R8: makeChannelReport,
  R9: makeEffectsReport,
  R10: (request, { programme, support }) => {
    if (!support) throw new Error('R10 is made from the records of digital support');
    return supportReport(request, programme, support);
  },
  R11: buildCompliance,
  R12: (request, { programme }) => surveyReproduction(request, programme),
  R13: (request, { programme }) => annualPlanReport(request, programme),
};
