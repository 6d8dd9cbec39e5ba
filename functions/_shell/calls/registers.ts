import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { versionSeen } from '#functions/_shell/if-match';
import { problemAnswer } from '#functions/_shell/refusals';
import { pointerTo } from '#shared/contracts/problems';
import { REGISTERS, type RegisterCalls } from '#shared/contracts/programme/registers';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { leftOut } from '#shared/domain/programme/left-out';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type RegisterPorts, type RegisterRefusal, makeRegisters } from '#shared/flow/programme/registers';

/** The registers of the programme, each with the same three calls. */
export function registerCalls(ports: RegisterPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const registers = makeRegisters(ports);
  return REGISTERS.flatMap((calls) => callsOf(calls, registers, caller));
}

function callsOf(
  { kind, list, show, put }: RegisterCalls,
  registers: ReturnType<typeof makeRegisters>,
  caller: Authenticate<ProgrammeRole>,
): Bound[] {
  return [
    bind(list, caller, async ({ query, request }, role) => {
      const page = await registers.list(role, kind, query.after);
      if (!page.ok) return refused(request, page.refusal);
      return { status: 200, json: { items: page.value.rows, next: page.value.next } };
    }),
    bind(show, caller, async ({ params: { id }, request }, role) => {
      const row = await registers.show(role, kind, id);
      if (!row.ok) return refused(request, row.refusal);
      return { status: 200, headers: { etag: `"${row.value.version}"` }, json: row.value };
    }),
    bind(put, caller, async ({ params: { id }, body, request }, role) => {
      const seen = versionSeen(request.headers['if-match']);
      const entered = await registers.enter(role, { kind, id, fields: body, seen });
      if (!entered.ok) return refused(request, entered.refusal);
      const { row, isNew, warnings } = entered.value;
      const told = { ignored: ignoredIn(request, body), warnings: warningsOf(warnings) };
      return { status: isNew ? 201 : 200, headers: { etag: `"${row.version}"` }, json: { ...row, ...told } };
    }),
  ];
}

/** A refusal of the registers and of the calendar. */
export function refused(request: HttpRequest, refusal: RegisterRefusal): Answer {
  if (refusal.kind === 'row-refused') return problemAnswer(request, 'body-invalid', { fields: refusal.problems });
  const detail = refusal.kind === 'plan-locked' ? 'PLAN_LOCKED' : undefined;
  return problemAnswer(request, refusal.kind, { detail });
}

/** Members of an answer that come back when a row that was read is sent changed. */
const WRITTEN_BY_HUB = ['id', 'version', 'enteredAt', 'ignored', 'warnings'];

/** Pointers to the unknown fields of a body, which were left out; absent when there are none. */
export function ignoredIn({ body }: HttpRequest, read: object): readonly string[] | undefined {
  const fields = leftOut(JSON.parse(body ?? '{}'), read).filter((field) => !WRITTEN_BY_HUB.includes(field));
  return fields.length > 0 ? fields.map(pointerTo) : undefined;
}

function warningsOf(warnings: readonly FieldProblem[]) {
  return warnings.length > 0 ? warnings.map(({ field, rule }) => ({ pointer: pointerTo(field), rule })) : undefined;
}
