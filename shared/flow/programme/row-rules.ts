import type * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import { isAllowed } from '#shared/domain/programme/registry/exceptions';
import type { ManagementDecision } from '#shared/domain/programme/registry/quality';
import type { Service } from '#shared/domain/programme/registry/service';
import { splitSums } from '#shared/domain/programme/registry/volume';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { admit } from '#shared/domain/transition/admission';
import { mayOblige } from '#shared/domain/transition/obligation';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { asRow } from '#shared/flow/programme/read-programme';
import type { Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

export interface RulePorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'asOf'>;
  readonly catalogue: ServiceCatalogue;
}

/** Everything beside its fields that a row is judged by. */
export interface About {
  readonly id: string;
  readonly caller: ProgrammeRole;
  /** The row whose place it takes. */
  readonly was: Row | undefined;
  readonly at: Instant;
  readonly calendar: ProgrammeCalendar;
}

/** What becomes of a row: refused for its problems, or stored with these fields, and what its writer should know. */
export interface Judged {
  readonly problems: readonly FieldProblem[];
  readonly fields: object;
  readonly warnings: readonly FieldProblem[];
}

type Rule = (fields: object, about: About, ports: RulePorts) => Promise<Judged>;

/** Judges a row by the rules of its register that no schema can tell. */
export async function judge(
  { kind, fields }: { readonly kind: Kind; readonly fields: object },
  about: About,
  ports: RulePorts,
): Promise<Judged> {
  const rule = RULES[kind];
  return rule ? rule(fields, about, ports) : { problems: [], fields, warnings: [] };
}

const RULES: Readonly<Partial<Record<Kind, Rule>>> = {
  organisations: of(KINDS.organisations, async (fields, { caller, was }) => {
    if (caller.role === 'MINISTRY') return accepted(fields);
    const before = was && asRow(KINDS.organisations, was).tenantId;
    const tenantId = caller.role === 'AUTHORITY' ? caller.tenantId : before;
    return accepted({ ...fields, tenantId });
  }),

  services: of(KINDS.services, async (sent, { id, at }, { rows, catalogue }) => {
    const fields = { ...sent, ptv: undefined };
    const proposed = { ...fields, id };
    const atOnce = admit(proposed, []);
    const admitted = atOnce.ok ? atOnce : admit(proposed, await decisionsFor(fields, { rows, at }));
    const obliged = fields.obligationFrom === undefined ? undefined : mayOblige(fields);
    const problems = [
      ...(admitted.ok ? [] : admitted.refusal.problems.map(atPointer)),
      ...(obliged?.ok === false ? [atPointer(obliged.refusal)] : []),
    ];
    if (problems.length > 0 || fields.ptvId === undefined) return { problems, fields, warnings: [] };
    const ptv = await catalogue.check(fields.ptvId);
    const unknown = { field: 'ptvId', rule: 'PTV_UNKNOWN: the national service catalogue has no such service' };
    return accepted({ ...fields, ptv }, ptv === 'UNKNOWN' ? [unknown] : []);
  }),

  'self-assessments': of(KINDS['self-assessments'], async (fields, { calendar }) =>
    accepted({ ...fields, dueAt: selfAssessmentDue(fields, calendar) }),
  ),

  volumes: of(KINDS.volumes, async (fields) => {
    if (splitSums(fields)) return accepted(fields);
    return accepted({ ...fields, split: undefined }, [
      { field: 'split', rule: 'SPLIT_REJECTED: the parts do not sum to the total' },
    ]);
  }),

  exceptions: of(KINDS.exceptions, async (fields, { caller, was }) => {
    const before = was && asRow(KINDS.exceptions, was).decision;
    const problems = caller.role === 'AUTHORITY' ? notProposed(fields.decision, before) : [];
    const warning = { field: 'ground', rule: 'GROUND_NOT_ALLOWED: a low volume is no ground for an exception' };
    const allowed = isAllowed(fields);
    return { problems, fields: { ...fields, allowed }, warnings: allowed ? [] : [warning] };
  }),

  obstacles: of(KINDS.obstacles, async (fields, { caller, was }) => {
    const before = was ? asRow(KINDS.obstacles, was).state : 'IDENTIFIED';
    if (caller.role !== 'AUTHORITY' || fields.state === before) return accepted(fields);
    return { problems: [{ field: 'state', rule: MINISTRY_DECIDES }], fields, warnings: [] };
  }),
};

const MINISTRY_DECIDES = 'DECIDED_BY_MINISTRY: only the ministry changes this';

function notProposed(decision: string, before: string | undefined): FieldProblem[] {
  if (before !== undefined && before !== 'PROPOSED')
    return [{ field: '', rule: `${MINISTRY_DECIDES}: it is ${before}` }];
  return decision === 'PROPOSED' ? [] : [{ field: 'decision', rule: MINISTRY_DECIDES }];
}

/** Decisions of those who carry a service out: another organisation's word does not bind them. */
async function decisionsFor(
  { organisationId, coOwners = [] }: Service,
  { rows, at }: { readonly rows: RulePorts['rows']; readonly at: Instant },
): Promise<readonly ManagementDecision[]> {
  const found = await rows.asOf('management-decisions', at);
  return found
    .map((row) => asRow(KINDS['management-decisions'], row))
    .filter((each) => [organisationId, ...coOwners].includes(each.organisationId));
}

/** Ties a rule to the schema its fields are read by. */
function of<T extends z.ZodMiniObject>(
  schema: T,
  rule: (fields: z.infer<T>, about: About, ports: RulePorts) => Promise<Judged>,
): Rule {
  return async (fields, about, ports) => rule(schema.parse(fields), about, ports);
}

function accepted(fields: object, warnings: readonly FieldProblem[] = []): Judged {
  return { problems: [], fields, warnings };
}

function atPointer({ pointer, rule }: { readonly pointer: string; readonly rule: string }): FieldProblem {
  return { field: pointer.slice(1).replaceAll('/', '.'), rule };
}
