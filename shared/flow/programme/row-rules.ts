import type * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import { isAllowed } from '#shared/domain/programme/registry/exceptions';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import { RESERVED_PLAN } from '#shared/domain/programme/registry/plan';
import type { Service } from '#shared/domain/programme/registry/service';
import { splitSums } from '#shared/domain/programme/registry/volume';
import { UNASKED, unaskedIn } from '#shared/domain/survey/unasked';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { admit } from '#shared/domain/transition/admission';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { serviceProblems } from '#shared/domain/transition/service-rules';
import { asRow } from '#shared/flow/programme/read-programme';
import type { Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';
import type { Tenants } from '#shared/ports/tenants';

export interface RulePorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'asOf'>;
  readonly catalogue: ServiceCatalogue;
  readonly tenants: Pick<Tenants, 'authority' | 'service'>;
}

/** To an authority, what is another’s is like what is not there. */
export const UNKNOWN_REFERENCE = 'UNKNOWN_REFERENCE: there is no such row';

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
    const before = was && asRow(KINDS.organisations, was);
    if (caller.role !== 'AUTHORITY') return accepted({ ...fields, tenantId: before?.tenantId });
    const problems = takenUpon(fields, before ?? NEW_ORGANISATION);
    return { problems, fields: { ...fields, tenantId: caller.tenantId }, warnings: [] };
  }),

  services: of(KINDS.services, async (sent, { id, at, caller }, { rows, catalogue, tenants }) => {
    const fields = { ...sent, ptv: undefined };
    const proposed = { ...fields, id };
    const decisions = admit(proposed, []).ok ? [] : await decisionsOn({ rows, at });
    const problems = [
      ...serviceProblems(proposed, decisions).map(atPointer),
      ...(await foreignMail(fields, caller, tenants)),
    ];
    if (problems.length > 0 || fields.ptvId === undefined) return { problems, fields, warnings: [] };
    const ptv = await catalogue.check(fields.ptvId);
    const unknown = { field: 'ptvId', rule: 'PTV_UNKNOWN: the national service catalogue has no such service' };
    return accepted({ ...fields, ptv }, ptv === 'UNKNOWN' ? [unknown] : []);
  }),

  'self-assessments': of(KINDS['self-assessments'], async (fields, { calendar }, { rows }) => {
    const service = await rows.read('services', fields.serviceId);
    const proposedAt = fields.proposedAt ?? (service && asRow(KINDS.services, service).proposedAt);
    return accepted({ ...fields, dueAt: selfAssessmentDue({ ...fields, proposedAt }, calendar) });
  }),

  volumes: of(KINDS.volumes, async (fields) => {
    if (splitSums(fields)) return accepted(fields);
    return accepted({ ...fields, split: undefined }, [
      { field: 'split', rule: 'SPLIT_REJECTED: the parts do not sum to the total' },
    ]);
  }),

  'survey-answers': of(KINDS['survey-answers'], async (fields, _about, { rows }) => {
    const round = await rows.read('survey-rounds', fields.roundId);
    const unasked = round ? unaskedIn(fields, asRow(KINDS['survey-rounds'], round)) : [];
    return { problems: unasked.map((id) => ({ field: `answers.${id}`, rule: UNASKED })), fields, warnings: [] };
  }),

  exceptions: of(KINDS.exceptions, async (fields, { caller, was }) => {
    const before = was && asRow(KINDS.exceptions, was).decision;
    const problems = caller.role === 'AUTHORITY' ? notProposed(fields.decision, before) : [];
    const warning = { field: 'ground', rule: 'GROUND_NOT_ALLOWED: a low volume is no ground for an exception' };
    const allowed = isAllowed(fields);
    return { problems, fields: { ...fields, allowed }, warnings: allowed ? [] : [warning] };
  }),

  plans: async (fields, { id }) => {
    const reserved = { field: 'id', rule: RESERVED_PLAN.rule };
    return { problems: id === RESERVED_PLAN.id ? [reserved] : [], fields, warnings: [] };
  },

  obstacles: of(KINDS.obstacles, async (fields, { caller, was }) => {
    const before = was ? asRow(KINDS.obstacles, was).state : 'IDENTIFIED';
    if (caller.role !== 'AUTHORITY' || fields.state === before) return accepted(fields);
    return { problems: [{ field: 'state', rule: MINISTRY_DECIDES }], fields, warnings: [] };
  }),
};

const MINISTRY_DECIDES = 'DECIDED_BY_MINISTRY: only the ministry changes this';

const NEW_ORGANISATION = { roles: ['AUTHORITY'], successorOf: undefined };

/** What an organisation does in the programme and whose work it carries on is not for itself to say. */
function takenUpon(
  { roles, successorOf }: Pick<Organisation, 'roles' | 'successorOf'>,
  before: { readonly roles: readonly string[]; readonly successorOf?: string },
): FieldProblem[] {
  return [
    ...(roles.toSorted().join() === before.roles.toSorted().join() ? [] : [{ field: 'roles', rule: MINISTRY_DECIDES }]),
    ...(successorOf === before.successorOf ? [] : [{ field: 'successorOf', rule: MINISTRY_DECIDES }]),
  ];
}

/** An authority’s mail is counted for its own services only. */
async function foreignMail(
  { hubServices = [] }: Service,
  caller: ProgrammeRole,
  tenants: RulePorts['tenants'],
): Promise<FieldProblem[]> {
  if (caller.role !== 'AUTHORITY') return [];
  const owners = await Promise.all(hubServices.map(async (each) => (await tenants.service(each))?.tenantId));
  return owners.flatMap((owner, i) =>
    owner === caller.tenantId ? [] : [{ field: `hubServices.${i}`, rule: UNKNOWN_REFERENCE }],
  );
}

function notProposed(decision: string, before: string | undefined): FieldProblem[] {
  if (before !== undefined && before !== 'PROPOSED')
    return [{ field: '', rule: `${MINISTRY_DECIDES}: it is ${before}` }];
  return decision === 'PROPOSED' ? [] : [{ field: 'decision', rule: MINISTRY_DECIDES }];
}

async function decisionsOn({ rows, at }: { readonly rows: RulePorts['rows']; readonly at: Instant }) {
  const found = await rows.asOf('management-decisions', at);
  return found.map((row) => asRow(KINDS['management-decisions'], row));
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
