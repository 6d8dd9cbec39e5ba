import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS } from '#shared/domain/programme/kinds';
import type { Plan, PlanState, PlanStep } from '#shared/domain/programme/registry/plan';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { planStateOf } from '#shared/domain/transition/plan-state';
import { makeStanding } from '#shared/flow/programme/ownership';
import { PLAN_STEPS, asRow, planSteps } from '#shared/flow/programme/read-programme';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { later } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** A plan after a step: what was done, with which version, and where it stands now. */
export interface SteppedPlan {
  readonly step: PlanStep;
  readonly state: PlanState;
}

/** Somebody else took a step at the same time. */
export interface StepMissed {
  readonly kind: 'step-missed';
}

interface PlanInForce {
  readonly plan: Row<Plan>;
  readonly calendar: ProgrammeCalendar;
}

/** The steps of a plan are one row, so that of two taken at once one comes after the other or not at all. */
export async function takeStep(
  rows: Pick<ProgrammeRows, 'read' | 'put'>,
  { plan, calendar }: PlanInForce,
  wanted: PlanStep,
): Promise<Result<SteppedPlan, StepMissed>> {
  const row = await rows.read(PLAN_STEPS, plan.id);
  const before = row ? planSteps.parse(row).steps : [];
  const at = later(wanted.at, before.at(-1)?.at ?? wanted.at);
  const step = { ...wanted, at };
  const steps = [...before, step];
  const put = await rows.put({ kind: PLAN_STEPS, id: plan.id, fields: { steps } }, { at, follows: row?.version });
  if (!put.ok) return refuse({ kind: 'step-missed' });
  return ok({ step, state: planStateOf({ plan, steps, calendar }, at) });
}

/** A plan the caller may act on. */
export async function findPlan(
  rows: Pick<ProgrammeRows, 'read'>,
  caller: ProgrammeRole,
  id: string,
): Promise<Row<Plan> | undefined> {
  const row = await rows.read('plans', id);
  const plan = row && asRow(KINDS.plans, row);
  return plan && (await isOthers(rows, caller, plan.organisationId)) ? undefined : plan;
}

/** Whether an organisation is another authority's than the caller. */
export async function isOthers(
  rows: Pick<ProgrammeRows, 'read'>,
  caller: ProgrammeRole,
  organisationId: string,
): Promise<boolean> {
  if (caller.role !== 'AUTHORITY') return false;
  const standing = await makeStanding(rows, caller.tenantId)('organisations', { id: organisationId, fields: {} });
  return standing !== 'OWN';
}
