import { mayRead } from '#shared/domain/programme/access';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS } from '#shared/domain/programme/kinds';
import type { Plan, PlanState, PlanStep } from '#shared/domain/programme/registry/plan';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { type PlanProblem, completenessOf } from '#shared/domain/transition/completeness';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { mayStep, planStateOf } from '#shared/domain/transition/plan-state';
import { type Status, statusOf } from '#shared/domain/transition/status';
import { makeStanding } from '#shared/flow/programme/ownership';
import { PLAN_STEPS, asRow, makeReadProgramme, planSteps } from '#shared/flow/programme/read-programme';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, helsinkiDay, later } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface PlanPorts {
  readonly rows: ProgrammeRows;
  readonly clock: Clock;
}

/** A plan after a step: what was done, with which version, and where it stands now. */
export interface SteppedPlan {
  readonly step: PlanStep;
  readonly state: PlanState;
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
    const plan = await planFor(caller, id);
    if (!plan) return refuse({ kind: 'not-found' });
    const at = clock();
    const programme = await readProgramme(at);
    const life = { plan, steps: programme.planSteps.get(id) ?? [], calendar: programme.calendar };
    const allowed = mayStep(life, 'SUBMITTED', at);
    if (!allowed.ok) return refuse(allowed.refusal);
    const last = life.steps.at(-1);
    if (last?.type === 'SUBMITTED' && last.version === plan.version) return ok({ step: last, state: allowed.value });
    const dossier = dossiersOn(programme, helsinkiDay(at)).of(plan.organisationId);
    const problems = dossier ? completenessOf({ ...dossier, plan }) : [];
    if (problems.length > 0) return refuse({ kind: 'plan-incomplete', problems });
    return take({ plan, calendar: programme.calendar }, { type: 'SUBMITTED', version: plan.version, at });
  }

  /** What the ministry says of the version that was handed in last. */
  async function decide(
    caller: ProgrammeRole,
    id: string,
    { decision, note }: Decision,
  ): Promise<Result<SteppedPlan, PlanRefusal>> {
    if (caller.role !== 'MINISTRY') return refuse({ kind: 'role-missing' });
    const plan = await planFor(caller, id);
    if (!plan) return refuse({ kind: 'not-found' });
    const at = clock();
    const { planSteps: steps, calendar } = await readProgramme(at);
    const taken = steps.get(id) ?? [];
    const allowed = mayStep({ plan, steps: taken, calendar }, decision, at);
    if (!allowed.ok) return refuse(allowed.refusal);
    const version = taken.findLast(({ type }) => type === 'SUBMITTED')?.version ?? plan.version;
    return take({ plan, calendar }, { type: decision, version, at, note });
  }

  /** Where an authority stands now. */
  async function status(caller: ProgrammeRole, organisationId: string): Promise<Result<Status, PlanRefusal>> {
    if (mayRead(caller, 'plans') === 'NONE') return refuse({ kind: 'role-missing' });
    if (await isForeign(caller, organisationId)) return refuse({ kind: 'not-found' });
    const at = clock();
    const found = statusOf(await readProgramme(at), organisationId, at);
    return found ? ok(found) : refuse({ kind: 'not-found' });
  }

  return { submit, decide, status };

  async function planFor(caller: ProgrammeRole, id: string): Promise<Row<Plan> | undefined> {
    const row = await rows.read('plans', id);
    if (!row) return undefined;
    const plan = asRow(KINDS.plans, row);
    return (await isForeign(caller, plan.organisationId)) ? undefined : plan;
  }

  async function isForeign(caller: ProgrammeRole, organisationId: string): Promise<boolean> {
    if (caller.role !== 'AUTHORITY') return false;
    const standing = await makeStanding(rows, caller.tenantId)('organisations', { id: organisationId, fields: {} });
    return standing !== 'OWN';
  }

  /** The steps are one row, so that of two steps taken at once one comes after the other or not at all. */
  async function take(
    { plan, calendar }: { readonly plan: Row<Plan>; readonly calendar: ProgrammeCalendar },
    wanted: PlanStep,
  ): Promise<Result<SteppedPlan, PlanRefusal>> {
    const row = await rows.read(PLAN_STEPS, plan.id);
    const before = row ? planSteps.parse(row).steps : [];
    const at = later(wanted.at, before.at(-1)?.at ?? wanted.at);
    const step = { ...wanted, at };
    const steps = [...before, step];
    const put = await rows.put({ kind: PLAN_STEPS, id: plan.id, fields: { steps } }, { at, follows: row?.version });
    return put.ok ? ok({ step, state: planStateOf({ plan, steps, calendar }, at) }) : refuse({ kind: 'step-missed' });
  }
}
