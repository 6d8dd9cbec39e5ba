import * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { TenantId } from '#shared/domain/message/ids';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { CATALOGUE_ROWS, catalogueService } from '#shared/domain/programme/catalogue';
import { KINDS, type Kind, KIND_NAMES } from '#shared/domain/programme/kinds';
import { recordedOutside } from '#shared/domain/programme/recorded';
import { isAllowed } from '#shared/domain/programme/registry/exceptions';
import { RESERVED_PLAN } from '#shared/domain/programme/registry/plan';
import type { ManagementDecision } from '#shared/domain/programme/registry/quality';
import type { PtvCheck, Service } from '#shared/domain/programme/registry/service';
import { splitSums } from '#shared/domain/programme/registry/volume';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { outsideProgramme } from '#shared/domain/programme/span';
import type { RowName } from '#shared/domain/row-import/references';
import { UNASKED, unaskedIn } from '#shared/domain/survey/unasked';
import { mayWrite } from '#shared/domain/transition/plan-state';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { serviceProblems } from '#shared/domain/transition/service-rules';
import { reservedProblems } from '#shared/flow/programme/reserved-fields';
import type { Instant } from '#shared/kernel/time';

/** A row that is to be entered, with its fields as the register's schema read them. */
export interface JudgedRow extends RowName {
  readonly fields: object;
}

/** Everything that rows are judged by beside their fields. */
export interface Ground {
  readonly caller: ProgrammeRole;
  readonly at: Instant;
  readonly calendar: ProgrammeCalendar;
  /** The one difference between rows that come alone and rows of an import (TR-09). */
  readonly badSplit: BadSplit;
  /** Entered before, or together with the row. */
  readonly decisions: readonly ManagementDecision[];
  /** A row as it is on record. */
  readonly onRecord: (name: RowName) => object | undefined;
  /** A row that comes along, or else as it is on record. */
  readonly named: (name: RowName) => object | undefined;
  /** Whose a service of the hub is. */
  readonly ownerOf: (hubService: string) => TenantId | undefined;
  /** What the catalogue says; `undefined` where there is none. */
  readonly ptvOf: (id: string) => PtvCheck | undefined;
}

/** What becomes of a volume whose split does not sum to its total: refused, or kept without the split. */
export type BadSplit = 'REFUSED' | 'LEFT_OUT';

/** What becomes of a row: refused for its problems, or stored with these fields, and what its writer should know. */
export interface Judged {
  readonly problems: readonly FieldProblem[];
  readonly fields: object;
  readonly warnings: readonly FieldProblem[];
}

/** To an authority, what is another’s is like what is not there. */
export const UNKNOWN_REFERENCE = 'UNKNOWN_REFERENCE: there is no such row';

export const PTV_UNCHECKED = 'PTV_UNCHECKED: the national service catalogue could not be asked';

/** Judges a row by the rules of its register that no schema can tell, whether it comes alone or with many. */
export function judge(row: JudgedRow, ground: Ground): Judged {
  const { kind, fields } = row;
  const known = KIND_NAMES.find((name) => name === kind);
  const { problems, ...judged } = RULES[kind]?.(row, ground) ?? accepted(fields);
  return { ...judged, problems: [...problems, ...(known ? generalProblems(known, row, ground) : [])] };
}

function generalProblems(kind: Kind, row: JudgedRow, ground: Ground): FieldProblem[] {
  return [
    ...reservedProblems(kind, row.fields, { caller: ground.caller, was: ground.onRecord(row) }),
    ...outsideProgramme(kind, row.fields, ground.calendar),
    ...recordedOutside(kind, row.fields, ground.calendar),
  ];
}

type Rule = (row: JudgedRow, ground: Ground) => Judged;

const RULES: Readonly<Record<string, Rule>> = {
  organisations: of(KINDS.organisations, (fields, { id }, ground) => {
    const isMerged = new Set(fields.successorOf).size > 1;
    const problems = [
      ...(isMerged && fields.validFrom === undefined ? [MERGED_WHEN] : []),
      ...fields.successorOf.flatMap((each, i) => (each === id ? [{ field: `successorOf.${i}`, rule: ITSELF }] : [])),
    ];
    if (ground.caller.role === 'MINISTRY') return { ...accepted(fields), problems };
    const tenantId = tenantTold(id, ground);
    const isOther = fields.tenantId !== undefined && fields.tenantId !== tenantId;
    const warnings = isOther ? [{ field: 'tenantId', rule: TENANT_KEPT }] : [];
    return { problems, fields: { ...fields, tenantId }, warnings };
  }),

  services: of(KINDS.services, (sent, { id }, ground) => {
    const ptv = sent.ptvId === undefined ? undefined : ground.ptvOf(sent.ptvId);
    const fields = { ...sent, ptv: sent.ptvId === undefined ? undefined : (ptv ?? 'UNCHECKED') };
    const problems = [
      ...serviceProblems({ ...fields, id }, ground.decisions).map(atPointer),
      ...foreignMail(fields, ground),
    ];
    return { problems, fields, warnings: ptv === undefined ? [] : PTV_WARNINGS[ptv] };
  }),

  'self-assessments': of(KINDS['self-assessments'], (fields, _row, { calendar, named }) => {
    const service = named({ kind: 'services', id: fields.serviceId });
    const proposedAt = fields.proposedAt ?? (service && KINDS.services.parse(service).proposedAt);
    return accepted({ ...fields, dueAt: selfAssessmentDue({ ...fields, proposedAt }, calendar) });
  }),

  volumes: of(KINDS.volumes, (fields, _row, { badSplit }) => {
    if (splitSums(fields)) return accepted(fields);
    if (badSplit === 'LEFT_OUT') return accepted({ ...fields, split: undefined }, [SPLIT_REJECTED]);
    return { problems: [SPLIT_SUM], fields, warnings: [] };
  }),

  'survey-answers': of(KINDS['survey-answers'], (fields, _row, { named }) => {
    const round = named({ kind: 'survey-rounds', id: fields.roundId });
    const unasked = round ? unaskedIn(fields, KINDS['survey-rounds'].parse(round)) : [];
    return { problems: unasked.map((id) => ({ field: `answers.${id}`, rule: UNASKED })), fields, warnings: [] };
  }),

  exceptions: of(KINDS.exceptions, (fields) => {
    const allowed = isAllowed(fields);
    return accepted({ ...fields, allowed }, allowed ? [] : [GROUND_NOT_ALLOWED]);
  }),

  plans: ({ id, fields }, { calendar, at }) => {
    const may = mayWrite(calendar, at);
    const locked = may.ok ? [] : [{ field: '', rule: may.refusal.rule }];
    const reserved = id === RESERVED_PLAN.id ? [{ field: 'id', rule: RESERVED_PLAN.rule }] : [];
    return { problems: [...locked, ...reserved], fields, warnings: [] };
  },

  [CATALOGUE_ROWS]: of(catalogueService, (fields, { id }) => {
    const isId = z.uuid().safeParse(id).success && id === id.toLowerCase();
    return { problems: isId ? [] : [{ field: 'id', rule: CATALOGUE_ID }], fields, warnings: [] };
  }),
};

const MERGED_WHEN = { field: 'validFrom', rule: 'is required where it carries on several: the day they were merged' };
const ITSELF = 'must name another organisation';
const TENANT_KEPT = 'DECIDED_BY_MINISTRY: which authority of the hub it is stays as it was';
const SPLIT_SUM = { field: 'split', rule: 'SPLIT_SUM: the parts must sum to the total' };
const SPLIT_REJECTED = { field: 'split', rule: 'SPLIT_REJECTED: the parts do not sum to the total' };
const GROUND_NOT_ALLOWED = {
  field: 'ground',
  rule: 'GROUND_NOT_ALLOWED: a low volume is no ground for an exception',
};
const CATALOGUE_ID = 'must be the id of the catalogue: a UUID in lower case';
const PTV_WARNINGS: Readonly<Record<PtvCheck, readonly FieldProblem[]>> = {
  CONFIRMED: [],
  UNKNOWN: [{ field: 'ptvId', rule: 'PTV_UNKNOWN: the national service catalogue has no such service' }],
  UNCHECKED: [{ field: 'ptvId', rule: PTV_UNCHECKED }],
};

/** Which authority of the hub an organisation is, where not the ministry says so: whoever enters it, or as it was. */
function tenantTold(id: string, { caller, onRecord }: Ground): TenantId | undefined {
  if (caller.role === 'AUTHORITY') return caller.tenantId;
  const was = onRecord({ kind: 'organisations', id });
  return was && KINDS.organisations.parse(was).tenantId;
}

/** An authority’s mail is counted for its own services only. */
function foreignMail({ hubServices = [] }: Service, { caller, ownerOf }: Ground): FieldProblem[] {
  if (caller.role !== 'AUTHORITY') return [];
  return hubServices.flatMap((each, i) =>
    ownerOf(each) === caller.tenantId ? [] : [{ field: `hubServices.${i}`, rule: UNKNOWN_REFERENCE }],
  );
}

/** Ties a rule to the schema its fields are read by. */
function of<T extends z.ZodMiniObject>(
  schema: T,
  rule: (fields: z.infer<T>, row: JudgedRow, ground: Ground) => Judged,
): Rule {
  return (row, ground) => rule(schema.parse(row.fields), row, ground);
}

function accepted(fields: object, warnings: readonly FieldProblem[] = []): Judged {
  return { problems: [], fields, warnings };
}

function atPointer({ pointer, rule }: { readonly pointer: string; readonly rule: string }): FieldProblem {
  return { field: pointer.slice(1).replaceAll('/', '.'), rule };
}
