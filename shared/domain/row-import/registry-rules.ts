import type * as z from 'zod/mini';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KIND_NAMES } from '#shared/domain/programme/kinds';
import { RESERVED_PLAN, plan } from '#shared/domain/programme/registry/plan';
import { type ManagementDecision, managementDecision, selfAssessment } from '#shared/domain/programme/registry/quality';
import { type Service, service } from '#shared/domain/programme/registry/service';
import { splitSums, volume } from '#shared/domain/programme/registry/volume';
import { outsideProgramme } from '#shared/domain/programme/span';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { type ImportedRow, pointerOf } from '#shared/domain/row-import/rows';
import { addMonths } from '#shared/kernel/calendar';
import type { Refusal, Result } from '#shared/kernel/result';
import type { CalendarDate, Instant } from '#shared/kernel/time';

/** One thing wrong with a row: a pointer from the row, and the rule. */
export interface RowProblem {
  readonly pointer: string;
  readonly rule: string;
}

/** Rules of the transition that hold for rows however they come in. */
export interface Rulings {
  /** Why a service is not entered. */
  serviceProblems(
    service: Service & { readonly id: string },
    decisions: readonly ManagementDecision[],
  ): readonly RowProblem[];
  /** Whether a plan may still be written. */
  mayWrite(calendar: ProgrammeCalendar, moment: Instant): Result<unknown, Refusal & { readonly rule: string }>;
}

/** What rows are held against beside each other. */
export interface Ground {
  readonly calendar: ProgrammeCalendar;
  readonly now: Instant;
  /** Of the import and on record. */
  readonly decisions: readonly ManagementDecision[];
  readonly rulings: Rulings;
}

/** Rules of the registers that a schema can not tell: sums, days, the lock of plans, the admission of services. */
export function brokenRules(rows: readonly ImportedRow[], ground: Ground): ImportError[] {
  return rows.flatMap((each) =>
    [...(RULES[each.kind]?.(each, ground) ?? []), ...plannedOutside(each, ground)].map(({ pointer, rule }) => ({
      row: each.row,
      pointer: each.pointer + pointer,
      rule,
    })),
  );
}

interface Subject {
  readonly id: string;
  readonly fields: object;
}

type Rule = (subject: Subject, ground: Ground) => readonly RowProblem[];

function ruleOf<T extends object>(
  schema: z.ZodMiniType<T>,
  check: (row: T & { readonly id: string }, ground: Ground) => readonly RowProblem[],
): Rule {
  return ({ id, fields }, ground) => check({ ...schema.parse(fields), id }, ground);
}

const RULES: Readonly<Record<string, Rule>> = {
  services: ruleOf(service, (each, ground) => [
    ...ground.rulings.serviceProblems(each, ground.decisions),
    ...recorded(each.proposedAt, '/proposedAt', ground),
  ]),
  volumes: ruleOf(volume, (each, ground) => [
    ...(splitSums(each) ? [] : [{ pointer: '/split', rule: 'SPLIT_SUM: the parts must sum to the total' }]),
    ...recordedYear(each.year, ground),
    ...recorded(each.reportedAt, '/reportedAt', ground),
  ]),
  plans: ruleOf(plan, ({ id }, ground) => [
    ...lockedPlan(ground),
    ...(id === RESERVED_PLAN.id ? [{ pointer: '/id', rule: RESERVED_PLAN.rule }] : []),
  ]),
  'self-assessments': ruleOf(selfAssessment, (each, ground) => [
    ...recorded(each.proposedAt, '/proposedAt', ground),
    ...recorded(each.completedAt, '/completedAt', ground),
  ]),
  'management-decisions': ruleOf(managementDecision, ({ date }, ground) => recorded(date, '/date', ground)),
};

function lockedPlan({ rulings, calendar, now }: Ground): readonly RowProblem[] {
  const may = rulings.mayWrite(calendar, now);
  return may.ok ? [] : [{ pointer: '', rule: may.refusal.rule }];
}

/** Years before its first day, and after its end, of which a programme may have something on record. */
const YEARS_BEFORE = 10;
const YEARS_AFTER = 5;

function plannedOutside({ kind, fields }: ImportedRow, { calendar }: Ground): readonly RowProblem[] {
  const known = KIND_NAMES.find((name) => name === kind);
  const found = known ? outsideProgramme(known, fields, calendar) : [];
  return found.map(({ field, rule }) => ({ pointer: pointerOf(field.split('.')), rule }));
}

/** A day that has been. */
function recorded(day: CalendarDate | undefined, pointer: string, { calendar }: Ground): readonly RowProblem[] {
  const [first, last] = [
    addMonths(calendar.startsOn, -YEARS_BEFORE * 12),
    addMonths(calendar.obligationFrom, YEARS_AFTER * 12),
  ];
  if (day === undefined || (day >= first && day <= last)) return [];
  return [{ pointer, rule: `OUTSIDE_PROGRAMME: must be from ${first} to ${last}` }];
}

function recordedYear(year: number, { calendar }: Ground): readonly RowProblem[] {
  const first = yearOf(calendar.startsOn) - YEARS_BEFORE;
  const last = yearOf(calendar.obligationFrom) + YEARS_AFTER;
  if (year >= first && year <= last) return [];
  return [{ pointer: '/year', rule: `OUTSIDE_PROGRAMME: must be from ${first} to ${last}` }];
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}
