import { organisations } from '#local/demo/programme/organisations';
import { actions, exceptions, obstacles, plans } from '#local/demo/programme/plans';
import { audits, selfAssessments } from '#local/demo/programme/quality';
import { type ImportBody, daysOf } from '#local/demo/programme/rows';
import { decisions, services } from '#local/demo/programme/services';
import {
  circulars,
  dependencies,
  followUps,
  mobileApps,
  pricingTiers,
  programmeItems,
} from '#local/demo/programme/steering';
import { surveyAnswers, surveyRounds } from '#local/demo/programme/survey';
import { volumes } from '#local/demo/programme/volumes';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';

/** The round whose published figures the fixture gives. */
export function roundIdOf(calendar: ProgrammeCalendar): string {
  return `tiekartta-${daysOf(calendar).year(2019)}`;
}

/**
 * An invented programme of forty authorities and 244 services that gives every published figure of the round of 2019, as the
 * body of an import, its days moved to those of a calendar.
 *
 * @see domain.md 4.4
 */
export function programmeFixture(calendar: ProgrammeCalendar): ImportBody {
  const days = daysOf(calendar);
  const all = services(days, roundIdOf(calendar));
  return {
    organisations: organisations(days),
    'survey-rounds': surveyRounds(days, roundIdOf(calendar)),
    'management-decisions': decisions(days, all),
    services: all,
    volumes: volumes(days, all),
    'self-assessments': selfAssessments(days, all),
    audits: audits(days, all),
    obstacles: obstacles(all),
    exceptions: exceptions(days, all),
    'pricing-tiers': pricingTiers(all),
    plans: plans(days, all),
    actions: actions(days),
    'mobile-apps': mobileApps(),
    'survey-answers': surveyAnswers(days, all, roundIdOf(calendar)),
    circulars: circulars(days),
    'follow-ups': followUps(),
    dependencies: dependencies(days),
    'programme-items': programmeItems(days),
  };
}
