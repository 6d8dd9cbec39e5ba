import { makeCoverage } from '#shared/domain/digital-support/coverage';
import { type Directory, directoryOf } from '#shared/domain/digital-support/directory';
import { activitySections } from '#shared/domain/digital-support/report/activity-sections';
import { coverageSections, municipalitiesServed } from '#shared/domain/digital-support/report/coverage-sections';
import { needSections } from '#shared/domain/digital-support/report/need-sections';
import { regionsIn, tellFrom } from '#shared/domain/digital-support/report/parts';
import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { serviceSection } from '#shared/domain/digital-support/report/service-section';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';

/**
 * R10: where there is digital support and of which kind, what was looked for in vain, and what has been done. Counts of
 * what people did are left out where they are below the programme's limit.
 *
 * @see REQ-100, REQ-104, REQ-106, REQ-107, REQ-118, TR-17, domain.md 4.3
 */
export function supportReport(
  request: ReportRequest,
  { calendar, rows }: Pick<Programme, 'calendar' | 'rows'>,
  records: SupportRecords,
): ReportContent {
  const directory = directoryOf(records);
  const tell = tellFrom(calendar.suppressionLimit);
  const { all, served } = municipalitiesIn(directory);
  const places = new Set(records.unmetNeeds.map(({ municipality, region }) => municipality ?? region ?? '')).size;
  return {
    title: { fi: 'Digituki', sv: 'Digitalt stöd' },
    summary: {
      fi: `Digitukea antaa ${directory.providers.length} tuottajaa, ja ${served} kunnassa ${all} kunnasta on tukea paikalla. Tukea haettiin tuloksetta ${places} paikkakunnalta.`,
      sv: `Digitalt stöd ges av ${directory.providers.length} producenter, och i ${served} av ${all} kommuner finns stöd på orten. Stöd söktes utan resultat på ${places} orter.`,
    },
    sections: [
      ...coverageSections(directory, records),
      ...needSections(directory, records, tell),
      ...activitySections({ directory, request, tell }, records),
      serviceSection(rows.services),
    ],
  };
}

function municipalitiesIn(directory: Directory) {
  const coverage = makeCoverage(directory);
  const counts = regionsIn(directory, []).map((region) => municipalitiesServed(directory, coverage, region));
  const sum = (part: 'all' | 'served') => counts.reduce((total, each) => total + each[part], 0);
  return { all: sum('all'), served: sum('served') };
}
