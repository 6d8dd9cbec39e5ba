import type { ReportLanguage } from '#shared/domain/programme/words';
import type { Sealer } from '#shared/ports/sealer';

/** Opens one report to whoever holds it, without a credential. */
export async function accessTo(sealer: Pick<Sealer, 'digest'>, reportId: string): Promise<string> {
  return sealer.digest('report-link', reportId);
}

/** Where a report is read. @param base address that the calls of the programme are reached at */
export function linkTo(base: string, { id, access }: { id: string; access: string }, language: ReportLanguage): string {
  const query = new URLSearchParams({ format: 'html', lang: language, access });
  return `${base.replace(/\/+$/, '')}/programme/v1/reports/${id}?${query.toString()}`;
}
