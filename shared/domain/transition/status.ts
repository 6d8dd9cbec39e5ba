import type { Programme } from '#shared/domain/programme/programme';
import type { PlanState } from '#shared/domain/programme/registry/plan';
import { planDeadline } from '#shared/domain/programme/deadlines';
import { type Dossier, dossiersOn, owesPlan } from '#shared/domain/transition/dossier';
import { type Lateness, latenessOf } from '#shared/domain/transition/lateness';
import { planStateOf, stoodSubmitted } from '#shared/domain/transition/plan-state';
import { type Rag, findingsOf, ragOf } from '#shared/domain/transition/rag';
import { type Reason, jointImplementation, planDueToday, planLate } from '#shared/domain/transition/reasons';
import { type Instant, after, helsinkiDay } from '#shared/kernel/time';

export type Tag = 'RISK_SMALL_MUNICIPALITY';

/** How an authority stands at a moment. */
export interface Status {
  readonly planState: PlanState;
  readonly late: boolean;
  /** The step of escalation reached, while it is late. */
  readonly level?: number;
  /** Whole days since the deadline, while it is late. */
  readonly daysLate?: number;
  readonly rag: Rag;
  readonly tags: readonly Tag[];
  readonly reasons: readonly Reason[];
}

/**
 * How an authority stands: its plan by its state and the calendar, its colour, and why. An organisation that has been
 * succeeded stands as its successor does.
 *
 * @param programme as it was on record at the moment
 * @returns absent where there is no such organisation
 * @see REQ-198, REQ-199, domain.md 4.2
 */
export function statusOf(programme: Programme, organisationId: string, moment: Instant): Status | undefined {
  const dossier = dossiersOn(programme, helsinkiDay(moment)).of(organisationId);
  return dossier && statusIn(dossier, moment);
}

export function statusIn(dossier: Dossier, moment: Instant): Status {
  const lateness = latenessIn(dossier, moment);
  const tags = isSmallMunicipality(dossier) ? [SMALL] : [];
  const reasons = [
    ...(lateness ? [planLate(lateness)] : []),
    ...(isDueToday(dossier, moment) ? [planDueToday()] : []),
    ...findingsOf(dossier, moment),
    ...(tags.length > 0 ? [jointImplementation(dossier.calendar.smallMunicipalityLimit)] : []),
  ];
  return {
    planState: planStateOf(dossier, moment),
    late: lateness !== undefined,
    ...(lateness && { daysLate: lateness.days }),
    ...(lateness?.level && { level: lateness.level.level }),
    rag: ragOf(reasons),
    tags,
    reasons,
  };
}

const SMALL: Tag = 'RISK_SMALL_MUNICIPALITY';

/** Lateness of an authority; one that did not exist when the plans were due owes none, unless it carries another on. */
export function latenessIn(dossier: Dossier, moment: Instant): Lateness | undefined {
  const { organisation, calendar } = dossier;
  const deadline = planDeadline(calendar);
  const { successorOf, validFrom = deadline, validTo = deadline } = organisation;
  const existed = deadline <= validTo && (validFrom <= deadline || successorOf.length > 0);
  return owesPlan(organisation) && existed ? latenessOf(dossier, moment) : undefined;
}

/** Municipalities of few inhabitants are a group at risk; one whose inhabitants are not known is not taken for small (REQ-217). */
export function isSmallMunicipality({ organisation, calendar }: Pick<Dossier, 'organisation' | 'calendar'>): boolean {
  const { type, population = calendar.smallMunicipalityLimit } = organisation;
  return type === 'MUNICIPALITY' && population < calendar.smallMunicipalityLimit;
}

function isDueToday({ organisation, steps, calendar }: Dossier, moment: Instant): boolean {
  const isToday = planDeadline(calendar) === helsinkiDay(moment);
  return isToday && owesPlan(organisation) && !stoodSubmitted(steps, after(moment, 1));
}
