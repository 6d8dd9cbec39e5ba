import type { FieldProblem } from '#shared/domain/message/field-problem';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';

const MINISTRY_DECIDES = 'DECIDED_BY_MINISTRY: only the ministry changes this';

interface Reserved {
  /** Fields that are not for an authority to say of itself. */
  readonly fields: readonly string[];
  /** What stands there while nobody has decided; absent: only the ministry begins such a row. */
  readonly atFirst?: object;
}

/** Everything of a note of the ministry but the answer to it. */
const NOTE = Object.keys(KINDS['follow-ups'].shape).filter((field) => field !== 'response');

const RESERVED: Readonly<Partial<Record<Kind, Reserved>>> = {
  organisations: { fields: ['roles', 'successorOf'], atFirst: { roles: ['AUTHORITY'], successorOf: [] } },
  obstacles: { fields: ['state'], atFirst: { state: 'IDENTIFIED' } },
  exceptions: { fields: ['decision', 'decidedBy', 'decidedOn'], atFirst: { decision: 'PROPOSED' } },
  'follow-ups': { fields: NOTE },
};

export interface Writing {
  readonly caller: ProgrammeRole;
  /** The row whose place is taken. */
  readonly was: object | undefined;
}

/** What an authority would change of its own rows that the ministry decides. @see REQ-198, REQ-236 */
export function reservedProblems(kind: Kind, fields: object, { caller, was }: Writing): FieldProblem[] {
  const reserved = RESERVED[kind];
  if (caller.role !== 'AUTHORITY' || reserved === undefined) return [];
  const before = was === undefined ? reserved.atFirst : KINDS[kind].parse(was);
  if (before === undefined) return [{ field: '', rule: MINISTRY_DECIDES }];
  return [
    ...(kind === 'exceptions' && was !== undefined ? decided(before) : []),
    ...reserved.fields
      .filter((field) => !isSame(Reflect.get(fields, field), Reflect.get(before, field)))
      .map((field) => ({ field, rule: MINISTRY_DECIDES })),
  ];
}

/** An exception is not changed once it was decided on. */
function decided(before: object): FieldProblem[] {
  const decision: unknown = Reflect.get(before, 'decision');
  return decision === 'PROPOSED' ? [] : [{ field: '', rule: `${MINISTRY_DECIDES}: it is ${String(decision)}` }];
}

/** Lists are the same in any order. */
function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.toSorted().join() === b.toSorted().join() : a === b;
}
