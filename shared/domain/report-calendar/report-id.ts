import type { ReportRequest } from '#shared/domain/programme/report-request';

/** Name of a report: `R1-2020-07`, and with the id of the organisation it is about, `R2-2020-W27-vero`. */
export function reportIdOf({ kind, period, organisationId }: ReportRequest): string {
  return [kind, period, ...(organisationId === undefined ? [] : [organisationId])].join('-');
}
