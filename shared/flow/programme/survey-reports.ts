import type { Programme } from '#shared/domain/programme/programme';
import type { SurveyRound } from '#shared/domain/programme/registry/survey';
import type { ReportContent } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import { aggregatesOf } from '#shared/domain/survey/aggregates';
import { assessmentReport } from '#shared/domain/survey/assessment-report';
import { responseData } from '#shared/domain/survey/response-data';
import { roundReport } from '#shared/domain/survey/round-report';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { materialOf, servicesBefore } from '#shared/flow/programme/show-survey';

/** R5: self-assessments up to the end of the period. */
export function selfAssessmentSummary({ to }: ReportRequest, { rows, calendar }: Programme): ReportContent {
  const proposals = new Map(rows.services.map(({ id, proposedAt }) => [id, proposedAt]));
  const all = rows['self-assessments'].map((assessment) => {
    const proposedAt = assessment.proposedAt ?? proposals.get(assessment.serviceId);
    return { assessment, dueOn: selfAssessmentDue({ ...assessment, proposedAt }, calendar) };
  });
  return assessmentReport(all, { asOf: to, suppressionLimit: calendar.suppressionLimit });
}

/** R12: the newest round that was closed by the end of the period, and the one before it. */
export function surveyReproduction({ to }: ReportRequest, programme: Programme): ReportContent {
  const rounds = programme.rows['survey-rounds'].toSorted((a, b) => a.year - b.year);
  const round = rounds.findLast((each) => closedBy(each) <= to);
  if (!round) return NO_ROUND;
  const figuresOf = (each: Row<SurveyRound>) => {
    const material = materialOf(programme, each);
    return { year: each.year, figures: aggregatesOf(material, servicesBefore(material, rounds)) };
  };
  const before = rounds.find(({ id }) => id === round.previousRound?.id);
  const answers = round.answersPublic === true ? programme.rows['survey-answers'] : undefined;
  return roundReport({
    ...figuresOf(round),
    ...(before ? { before: figuresOf(before) } : {}),
    ...(answers ? { answers: responseData(materialOf(programme, round), answers) } : {}),
  });
}

function closedBy({ closedOn, year }: SurveyRound): string {
  return closedOn ?? `${year}-12-31`;
}

const NO_ROUND: ReportContent = {
  title: { fi: 'Palvelukysely', sv: 'Tjänsteenkäten' },
  summary: { fi: 'Yhtään kyselyä ei ole vielä päättynyt.', sv: 'Ingen enkät har ännu avslutats.' },
  sections: [],
};
