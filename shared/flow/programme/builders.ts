import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { makeChannelReport, makeEffectsReport, makeObstacleReport } from '#shared/flow/programme/traffic-reports';

/** Everything a report is made from, as it stood when the report was due. */
export interface ReportMaterial {
  readonly programme: Programme;
  /** Months of every service up to the end of the period. */
  readonly traffic: readonly ServiceMonth[];
  /** Hits of statutes in the same months. */
  readonly statutes?: readonly StatuteMonth[];
}

/** Makes what a report says: a pure function, so that a repeat says the same. */
export type Builder = (request: ReportRequest, material: ReportMaterial) => ReportContent;

/** How each report is made. */
export const BUILDERS: Partial<Readonly<Record<ReportKind, Builder>>> = {
  R6: makeObstacleReport,
  R8: makeChannelReport,
  R9: makeEffectsReport,
};
