import { mayRead } from '#shared/domain/programme/access';
import type { Programme } from '#shared/domain/programme/programme';
import type { Plan } from '#shared/domain/programme/registry/plan';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { type PlanProblem, completenessOf } from '#shared/domain/transition/completeness';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { mayStep } from '#shared/domain/transition/plan-state';
import { type Status, statusOf } from '#shared/domain/transition/status';
import { type SteppedPlan, findPlan, isOthers, takeStep } from '#shared/flow/programme/plan-steps';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface PlanPorts {
  readonly rows: ProgrammeRows;
  readonly clock: Clock;
}

export type PlanRefusal =
  | { readonly kind: 'role-missing' | 'not-found' | 'plan-locked' | 'step-missed' }
  | { readonly kind: 'step-not-allowed'; readonly rule: string }
  | { readonly kind: 'plan-incomplete'; readonly problems: readonly PlanProblem[] };

export interface Decision {
  readonly decision: 'ACCEPTED' | 'RETURNED';
  readonly note?: string;
}

/**
 * What becomes of plans: an authority hands its plan in, the ministry accepts it or gives it back, and both see where an
 * authority stands.
 *
 * @see REQ-190 to REQ-199; domain.md 4.2
 */
export function makePlans({ rows, clock }: PlanPorts) {
  const readProgramme = makeReadProgramme({ rows });

  /** Hands in the plan as it is now; refused with everything it lacks. The same version handed in again changes nothing. */
  async function submit(caller: ProgrammeRole, id: string): Promise<Result<SteppedPlan, PlanRefusal>> {
    if (caller.role !== 'AUTHORITY' && caller.role !== 'MINISTRY') return refuse({ kind: 'role-missing' });
    const plan = await findPlan(rows, caller, id);
    if (!plan) return refuse({ kind: 'not-found' });
    const at = clock();
    const programme = await readProgramme(at);
    const life = { plan, steps: programme.planSteps.get(id) ?? [], calendar: programme.calendar };
    const allowed = mayStep(life, 'SUBMITTED', at);
    if (!allowed.ok) return refuse(allowed.refusal);
    const last = life.steps.at(-1);
    if (last?.type === 'SUBMITTED' && last.version === plan.version) return ok({ step: last, state: allowed.value });
    const problems = lackingIn(plan, programme, at);
    if (problems.length > 0) return refuse({ kind: 'plan-incomplete', problems });
    return takeStep(rows, life, { type: 'SUBMITTED', version: plan.version, at });
  }

  /** What the ministry says of the version that was handed in last. */
  async function decide(
    caller: ProgrammeRole,
    id: string,
    { decision, note }: Decision,
  ): Promise<Result<SteppedPlan, PlanRefusal>> {
    if (caller.role !== 'MINISTRY') return refuse({ kind: 'role-missing' });
    const plan = await findPlan(rows, caller, id);
    if (!plan) return refuse({ kind: 'not-found' });
    const at = clock();
    const { planSteps, calendar } = await readProgramme(at);
    const life = { plan, steps: planSteps.get(id) ?? [], calendar };
    const allowed = mayStep(life, decision, at);
    if (!allowed.ok) return refuse(allowed.refusal);
    const version = life.steps.findLast(({ type }) => type === 'SUBMITTED')?.version ?? plan.version;
    return takeStep(rows, life, { type: decision, version, at, note });
  }

  /** Where an authority stands now. */
  async function status(caller: ProgrammeRole, organisationId: string): Promise<Result<Status, PlanRefusal>> {
    if (mayRead(caller, 'plans') === 'NONE') return refuse({ kind: 'role-missing' });
    if (await isOthers(rows, caller, organisationId)) return refuse({ kind: 'not-found' });
    const at = clock();
    const found = statusOf(await readProgramme(at), organisationId, at);
    return found ? ok(found) : refuse({ kind: 'not-found' });
  }

  return { submit, decide, status };
}

/** This plan against all that is on record of its authority, whichever plan counts there. */
function lackingIn(plan: Row<Plan>, programme: Programme, at: Instant): readonly PlanProblem[] {
  const dossier = dossiersOn(programme, helsinkiDay(at)).of(plan.organisationId);
  return dossier ? completenessOf({ ...dossier, plan }) : [];
}
