import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { statusIn } from '#shared/domain/transition/status';
import { authoritySections } from '#shared/domain/transition/reports/authorities';
import { dayOf } from '#shared/domain/transition/reports/columns';
import { datesSection, dependenciesSection } from '#shared/domain/transition/reports/dates';
import { forecastOf, forecastSections, promiseOf } from '#shared/domain/transition/reports/forecast';
import { milestonesSection, prioritiesSection } from '#shared/domain/transition/reports/progress';

/**
 * R1: where every authority stands with its plan, who is late, what has been reached, and what the plans promise for the end
 * of the transition.
 *
 * @see REQ-198, REQ-194, REQ-212, REQ-217, domain.md 4.3
 */
export function followUpReport(request: ReportRequest, programme: Programme): ReportContent {
  const { carriers, all } = dossiersOn(programme, dayOf(request));
  const standings = all().map((dossier) => ({ dossier, status: statusIn(dossier, request.dueAt) }));
  const forecast = forecastOf(standings.map(({ dossier }) => dossier));
  const late = standings.filter(({ status }) => status.late).length;
  const promise = promiseOf(forecast, programme.calendar);
  return {
    title: { fi: 'Siirtymän seuranta', sv: 'Uppföljning av övergången' },
    summary: {
      fi: `Viranomaisia on ${standings.length} ja myöhässä olevia siirtymäsuunnitelmia ${late}. ${promise.fi}`,
      sv: `Myndigheterna är ${standings.length} och de försenade övergångsplanerna ${late}. ${promise.sv ?? promise.fi}`,
    },
    sections: [
      ...authoritySections(standings, programme.calendar),
      milestonesSection(standings, request.dueAt),
      ...forecastSections(forecast, programme.calendar),
      prioritiesSection(standings, request.dueAt),
      dependenciesSection(programme, carriers, request.dueAt),
      datesSection(programme.calendar),
    ],
  };
}
