import { type TenantId, tenantId } from '#shared/domain/message/ids';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { mayRead, mayWrite } from '#shared/domain/programme/access';
import { rowId } from '#shared/domain/programme/fields';
import type { Kind } from '#shared/domain/programme/kinds';
import { ownerFieldOf } from '#shared/domain/programme/owner';
import { referencesOf } from '#shared/domain/programme/references';

import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { isLocked } from '#shared/domain/transition/plan-state';
import { type StandingOf, makeStanding } from '#shared/flow/programme/ownership';
import { CALENDAR, calendarIn } from '#shared/flow/programme/read-programme';
import { type Entering, type GroundPorts, gatherGround } from '#shared/flow/programme/row-ground';
import { type Judged, UNKNOWN_REFERENCE, judge } from '#shared/flow/programme/row-rules';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { ProgrammeRows, RowPage } from '#shared/ports/programme-rows';
import type { Tenants } from '#shared/ports/tenants';

export interface RegisterPorts extends GroundPorts {
  readonly rows: ProgrammeRows;
  readonly tenants: Pick<Tenants, 'authority' | 'service'>;
}

/** The version a writer has seen; `any`: whichever there is (If-Match: *); absent: it said nothing. */
export type Seen = number | 'any' | undefined;

export interface Wish {
  readonly kind: Kind;
  readonly id: string;
  /** As the register's schema read them. */
  readonly fields: object;
  readonly seen: Seen;
}

export interface Entered {
  readonly row: Row;
  readonly isNew: boolean;
  readonly warnings: readonly FieldProblem[];
}

export type RegisterRefusal =
  | { readonly kind: 'role-missing' | 'not-found' | 'precondition-required' | 'row-stale' | 'plan-locked' }
  | { readonly kind: 'row-refused'; readonly problems: readonly FieldProblem[] };

/** Longest row as JSON: with its keys it stays below what one item of the table holds. */
const LONGEST = 200_000;

/**
 * The registers of the programme for those who may see and enter their rows. Another authority's row is like none at all.
 *
 * @see hub-api.md section 6; domain.md 4.1; REQ-236
 */
export function makeRegisters(ports: RegisterPorts) {
  const { rows, clock } = ports;

  /** Rows from `after` on that the caller may see; the page is empty only where nothing is left. */
  async function list(caller: ProgrammeRole, kind: Kind, after?: string): Promise<Result<RowPage, RegisterRefusal>> {
    const reach = mayRead(caller, kind);
    if (reach === 'NONE') return refuse({ kind: 'role-missing' });
    if (caller.role !== 'AUTHORITY') return ok(await rows.list(kind, after));
    const standingOf = makeStanding(rows, caller.tenantId);
    for (let next = after; ;) {
      const page = await rows.list(kind, next);
      const standings = await Promise.all(page.rows.map(async (row) => standingOf(kind, { id: row.id, fields: row })));
      const seen = page.rows.filter((_, i) => standings[i] !== 'FOREIGN');
      if (seen.length > 0 || page.next === undefined) return ok({ rows: seen, next: page.next });
      next = page.next;
    }
  }

  async function show(caller: ProgrammeRole, kind: Kind, id: string): Promise<Result<Row, RegisterRefusal>> {
    if (mayRead(caller, kind) === 'NONE') return refuse({ kind: 'role-missing' });
    const row = await rows.read(kind, id);
    if (!row || (await isForeign(caller, kind, row))) return refuse({ kind: 'not-found' });
    return ok(row);
  }

  async function isForeign(caller: ProgrammeRole, kind: Kind, row: Row): Promise<boolean> {
    if (caller.role !== 'AUTHORITY') return false;
    return (await makeStanding(rows, caller.tenantId)(kind, { id: row.id, fields: row })) === 'FOREIGN';
  }

  /** Creates a row, or replaces the one with the version seen. */
  async function enter(caller: ProgrammeRole, wish: Wish): Promise<Result<Entered, RegisterRefusal>> {
    const { kind, id } = wish;
    if (mayWrite(caller, kind) === 'NONE') return refuse({ kind: 'role-missing' });
    if (!rowId.safeParse(id).success)
      return refuse({ kind: 'row-refused', problems: [{ field: 'id', rule: ID_RULE }] });
    const was = await rows.read(kind, id);
    if (!(await mayTouch(ports, caller, { ...wish, was }))) return refuse({ kind: 'not-found' });
    const follows = versionFollowed(was, wish.seen);
    if (!follows.ok) return follows;
    const entering = { caller, at: clock(), calendar: calendarIn(await rows.read(CALENDAR.kind, CALENDAR.id)) };
    if (kind === 'plans' && isLocked(entering.calendar, entering.at)) return refuse({ kind: 'plan-locked' });
    const judged = await judgeAll(ports, wish, { ...entering, badSplit: 'LEFT_OUT' });
    if (judged.problems.length > 0) return refuse({ kind: 'row-refused', problems: judged.problems });
    const entered = await rows.put({ kind, id, fields: judged.fields }, { at: entering.at, follows: follows.value });
    if (!entered.ok) return refuse({ kind: 'row-stale' });
    return ok({ row: entered.value, isNew: was === undefined, warnings: judged.warnings });
  }

  return { list, show, enter };
}

/** The value is not repeated: it may be somebody's code. */
const ID_RULE = 'must be 1 to 64 letters, digits, dots, dashes or underscores, and no personal identity code';

/** A change says which version it takes the place of; a new row follows none. */
export function versionFollowed(was: Row | undefined, seen: Seen): Result<number | undefined, RegisterRefusal> {
  if (was === undefined) return seen === undefined ? ok(undefined) : refuse({ kind: 'row-stale' });
  if (seen === undefined) return refuse({ kind: 'precondition-required' });
  return seen === 'any' || seen === was.version ? ok(was.version) : refuse({ kind: 'row-stale' });
}

type Touched = Pick<Wish, 'kind' | 'id'> & { readonly was: Row | undefined };

/** Whether a row is the caller's to write, or is not there and may become so. */
async function mayTouch(ports: RegisterPorts, caller: ProgrammeRole, { kind, id, was }: Touched): Promise<boolean> {
  if (caller.role !== 'AUTHORITY') return true;
  if (was) return (await makeStanding(ports.rows, caller.tenantId)(kind, { id, fields: was })) === 'OWN';
  return kind !== 'organisations' || !(await isOthersId(ports, caller.tenantId, id));
}

/** An organisation of no tenant is the one whose id it has, so nobody else may take that id. */
async function isOthersId({ tenants }: RegisterPorts, own: TenantId, id: string): Promise<boolean> {
  const parsed = tenantId.safeParse(id);
  return parsed.success && parsed.data !== own && (await tenants.authority(parsed.data)) !== undefined;
}

async function judgeAll(ports: RegisterPorts, wish: Wish, entering: Entering): Promise<Judged> {
  const general = [...tooLong(wish.fields), ...(await unknownReferences(ports, wish, entering.caller))];
  const judged = judge(wish, await gatherGround(ports, [wish], entering));
  return { ...judged, problems: [...general, ...judged.problems] };
}

function tooLong(fields: object): FieldProblem[] {
  const rule = `must be at most ${LONGEST} bytes of JSON`;
  return new TextEncoder().encode(JSON.stringify(fields)).length > LONGEST ? [{ field: '', rule }] : [];
}

/** Rows that are named must be there; to an authority, a row of another one is not. */
async function unknownReferences(
  { rows }: RegisterPorts,
  { kind, id, fields }: Wish,
  caller: ProgrammeRole,
): Promise<FieldProblem[]> {
  const standingOf = caller.role === 'AUTHORITY' ? makeStanding(rows, caller.tenantId) : undefined;
  const problems = await Promise.all(
    referencesOf(kind, fields).map(async (reference) => {
      const row = await rows.read(reference.kind, reference.id);
      const isThere = row !== undefined && (await isSeen(standingOf, reference.kind, row));
      return isThere ? [] : [{ field: reference.field, rule: UNKNOWN_REFERENCE }];
    }),
  );
  const found = problems.flat();
  if (found.length > 0 || !standingOf || kind === 'organisations') return found;
  return (await standingOf(kind, { id, fields })) === 'OWN' ? [] : [notOwn(kind, fields)];
}

/** What is another's is named like what is not there. */
function notOwn(kind: Kind, fields: object): FieldProblem {
  const field = ownerFieldOf(kind) ?? 'organisationId';
  return { field, rule: Object.hasOwn(fields, field) ? UNKNOWN_REFERENCE : 'is required: an organisation of your own' };
}

/** Every organisation may be named, as one’s ministry or partner; other rows only by those who see them. */
async function isSeen(standingOf: StandingOf | undefined, kind: Kind, row: Row): Promise<boolean> {
  if (!standingOf || kind === 'organisations') return true;
  return (await standingOf(kind, { id: row.id, fields: row })) !== 'FOREIGN';
}
