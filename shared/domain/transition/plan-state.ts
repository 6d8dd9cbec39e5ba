import { type ProgrammeCalendar, endOf } from '#shared/domain/programme/calendar';
import type { PlanState, PlanStep } from '#shared/domain/programme/registry/plan';
import { transitionEnd } from '#shared/domain/programme/deadlines';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';

/** The life of one plan: which version stands, what was done with it, and by which calendar. */
export interface PlanLife {
  /** Absent: there is no plan. */
  readonly plan?: { readonly version: number };
  /** Oldest first. */
  readonly steps: readonly PlanStep[];
  readonly calendar: ProgrammeCalendar;
}

/**
 * Where a plan stands at a moment: `MISSING → DRAFT → SUBMITTED → (RETURNED ↔ SUBMITTED) → ACCEPTED → REVISED → LOCKED`.
 * An accepted plan whose text has changed since is REVISED, whatever is done with the new text. From the first moment after
 * the transition every plan is LOCKED; one that was never written stays MISSING.
 *
 * @see REQ-190, REQ-197, domain.md 4.2
 */
export function planStateOf({ plan, steps, calendar }: PlanLife, moment: Instant): PlanState {
  if (!plan) return 'MISSING';
  if (isLocked(calendar, moment)) return 'LOCKED';
  const taken = steps.filter(({ at }) => at <= moment);
  const accepted = taken.find(({ type }) => type === 'ACCEPTED');
  if (accepted) return plan.version > accepted.version ? 'REVISED' : 'ACCEPTED';
  return taken.at(-1)?.type ?? 'DRAFT';
}

/** How often a plan has changed since it was first accepted. */
export function revisionOf({ plan, steps }: Pick<PlanLife, 'plan' | 'steps'>): number {
  const accepted = steps.find(({ type }) => type === 'ACCEPTED');
  return plan && accepted ? Math.max(0, plan.version - accepted.version) : 0;
}

/** From the first moment after the last day of the transition nothing is changed in a plan any more (REQ-197). */
export function isLocked(calendar: ProgrammeCalendar, moment: Instant): boolean {
  return moment >= endOf(transitionEnd(calendar));
}

/** Whether a plan stands as handed in just before a moment: not taken back, or accepted once. */
export function stoodSubmitted(steps: readonly PlanStep[], before: Instant): boolean {
  const taken = steps.filter(({ at }) => at < before);
  return taken.at(-1)?.type === 'SUBMITTED' || taken.some(({ type }) => type === 'ACCEPTED');
}

export interface StepRefused {
  readonly kind: 'plan-locked' | 'step-not-allowed';
  /** Begins with the code PLAN_LOCKED or STEP_NOT_ALLOWED. */
  readonly rule: string;
}

/** What may be done with a plan in each state. */
const ALLOWED: Readonly<Record<PlanState, readonly PlanStep['type'][]>> = {
  MISSING: [],
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['SUBMITTED', 'RETURNED', 'ACCEPTED'],
  RETURNED: ['SUBMITTED'],
  ACCEPTED: [],
  REVISED: ['SUBMITTED', 'ACCEPTED'],
  LOCKED: [],
};

/** Whether a step may be taken with a plan at a moment. @returns the state it is taken from */
export function mayStep(life: PlanLife, type: PlanStep['type'], moment: Instant): Result<PlanState, StepRefused> {
  const state = planStateOf(life, moment);
  if (state === 'LOCKED') return refuse(lockedFrom(life.calendar));
  if (ALLOWED[state].includes(type)) return ok(state);
  return refuse({ kind: 'step-not-allowed', rule: `STEP_NOT_ALLOWED: a plan that is ${state} can not be ${type}` });
}

/** Whether a plan may be written at a moment. Unfinished legislation is no ground to wait (REQ-192). */
export function mayWrite(calendar: ProgrammeCalendar, moment: Instant): Result<true, StepRefused> {
  return isLocked(calendar, moment) ? refuse(lockedFrom(calendar)) : ok(true);
}

function lockedFrom(calendar: ProgrammeCalendar): StepRefused {
  return { kind: 'plan-locked', rule: `PLAN_LOCKED: plans could be revised until ${transitionEnd(calendar)}` };
}
