import * as z from 'zod/mini';
import { refused } from '#functions/_shell/calls/registers';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { versionSeen } from '#functions/_shell/if-match';
import { problemAnswer } from '#functions/_shell/refusals';
import { putCalendar, showCalendar } from '#shared/contracts/programme/calendar';
import { decidePlan, showAuthorityStatus, showPlanTemplate, submitPlan } from '#shared/contracts/programme/plans';
import { PROBLEMS } from '#shared/contracts/problems';
import { PLAN_INSTRUCTIONS } from '#shared/domain/programme/plan-guidance';
import { plan } from '#shared/domain/programme/registry/plan';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type CalendarInForce, type CalendarPorts, makeChangeCalendar } from '#shared/flow/programme/change-calendar';
import { type PlanPorts, type PlanRefusal, type SteppedPlan, makePlans } from '#shared/flow/programme/plans';
import type { Result } from '#shared/kernel/result';

/** The calendar of the programme, and the guidance that follows from it. */
export function calendarCalls(ports: CalendarPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const { current, change } = makeChangeCalendar(ports);
  return [
    bind(showCalendar, caller, async () => calendarAnswer(200, await current())),
    bind(putCalendar, caller, async ({ body, request }, role) => {
      const changed = await change(role, body, versionSeen(request.headers['if-match']));
      if (!changed.ok) return refused(request, changed.refusal);
      return calendarAnswer(changed.value.isNew ? 201 : 200, changed.value);
    }),
    bind(showPlanTemplate, caller, async () => {
      const { calendar } = await current();
      const { planDeadline, transitionEnd } = calendar;
      const json = { schema: PLAN_SCHEMA, planDeadline, transitionEnd, instructions: PLAN_INSTRUCTIONS };
      return { status: 200, json };
    }),
  ];
}

const PLAN_SCHEMA = z.toJSONSchema(plan, { io: 'input' });

function calendarAnswer(status: number, { calendar, version }: CalendarInForce): Answer {
  return { status, headers: { etag: `"${version}"` }, json: calendar };
}

/** What becomes of plans, and where an authority stands. */
export function planCalls(ports: PlanPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const { submit, decide, status } = makePlans(ports);
  return [
    bind(submitPlan, caller, async ({ params: { id }, request }, role) =>
      stepAnswer(request, id, await submit(role, id)),
    ),
    bind(decidePlan, caller, async ({ params: { id }, body, request }, role) =>
      stepAnswer(request, id, await decide(role, id, body)),
    ),
    bind(showAuthorityStatus, caller, async ({ params: { id }, request }, role) => {
      const found = await status(role, id);
      return found.ok ? { status: 200, json: found.value } : stepRefused(request, found.refusal);
    }),
  ];
}

function stepAnswer(request: HttpRequest, planId: string, stepped: Result<SteppedPlan, PlanRefusal>): Answer {
  if (!stepped.ok) return stepRefused(request, stepped.refusal);
  const { step, state } = stepped.value;
  const { version, at, note } = step;
  return { status: 201, json: { planId, state, version, at, note } };
}

function stepRefused(request: HttpRequest, refusal: PlanRefusal): Answer {
  switch (refusal.kind) {
    case 'plan-incomplete':
      return incompleteAnswer(request, refusal.problems);
    case 'step-not-allowed':
      return problemAnswer(request, 'conflict', { detail: refusal.rule });
    case 'step-missed':
      return problemAnswer(request, 'conflict', { detail: 'Somebody else took a step with the plan. Read it again.' });
    default:
      return refused(request, { kind: refusal.kind });
  }
}

type Incomplete = Extract<PlanRefusal, { readonly kind: 'plan-incomplete' }>;

function incompleteAnswer(request: HttpRequest, missing: Incomplete['problems']): Answer {
  const fields = missing.map(({ pointer, rule }) => ({ field: pointer.slice(1).replaceAll('/', '.'), rule }));
  const { status, headers, json } = problemAnswer(request, 'plan-incomplete', { detail: 'INCOMPLETE', fields });
  return { status, headers, json: { ...Object(json), state: 'INCOMPLETE', missing } };
}
