import { mayWrite } from '#shared/domain/programme/access';
import { KIND_NAMES, type Kind } from '#shared/domain/programme/kinds';
import { ownerFieldOf } from '#shared/domain/programme/owner';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { textsAt } from '#shared/domain/programme/texts-at';
import type { ImportError } from '#shared/domain/row-import/import-error';
import type { RowName } from '#shared/domain/row-import/references';
import type { ImportedRow } from '#shared/domain/row-import/rows';

/** What an authority does not decide of its own rows, with what stands where nobody has decided yet. */
const RESERVED: Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>> = {
  organisations: { roles: ['AUTHORITY'], tenantId: undefined },
  exceptions: { decision: 'PROPOSED', decidedBy: undefined, decidedOn: undefined },
};

/** Fields of a row: as it stands in the import, or as it stood before. */
type Find = (name: RowName) => object | undefined;

/** Where rows are looked up. */
export interface Books {
  readonly onRecord: Find;
  readonly imported: Find;
}

type Owned = Pick<ImportedRow, 'kind' | 'id' | 'fields'>;

/** The row that tells whose another is; `undefined` where it tells itself, or nobody does. */
export function ownerName({ kind, fields }: Pick<Owned, 'kind' | 'fields'>): RowName | undefined {
  const field = ownerField(kind);
  if (field === undefined || field === 'id') return undefined;
  const [owner] = textsAt(fields, field);
  return owner && { kind: THROUGH[field], id: owner.text };
}

const THROUGH = {
  organisationId: 'organisations',
  serviceId: 'services',
  planId: 'plans',
  audience: 'organisations',
} as const;

/**
 * Rows somebody may not enter: those of registers it has no business with and, of an authority, those of organisations that
 * are not its own. A row of somebody else reads like one that is not there.
 *
 * @see REQ-236
 */
export function foreignRows(role: ProgrammeRole, rows: readonly ImportedRow[], books: Books): ImportError[] {
  return rows.flatMap((each) =>
    forbidden(role, each, books).map(({ field, rule }) => ({ row: each.row, pointer: each.pointer + field, rule })),
  );
}

interface Forbidden {
  readonly field: string;
  readonly rule: string;
}

function forbidden(role: ProgrammeRole, row: ImportedRow, books: Books): readonly Forbidden[] {
  const kind = kindNamed(row.kind);
  const reach = kind ? mayWrite(role, kind) : 'NONE';
  if (reach === 'ALL') return [];
  if (reach === 'NONE' || role.role !== 'AUTHORITY') return [{ field: '', rule: NOT_YOURS }];
  const before = books.onRecord(row);
  const own = ownedBy(role.tenantId, row, books);
  const wasOwn = !before || ownedBy(role.tenantId, { ...row, fields: before }, books);
  return own && wasOwn ? reservedFields(row, before, role.tenantId) : [{ field: '', rule: NOT_YOURS }];
}

const NOT_YOURS = 'NOT_YOURS: is no row of an organisation of your own';
const RESERVED_RULE = 'NOT_YOURS: is decided by the ministry';

function ownedBy(tenantId: string, row: Owned, books: Books): boolean {
  if (ownerField(row.kind) === 'id') return isTenant(tenantId, row.id, books);
  const owner = ownerName(row);
  if (!owner) return false;
  if (owner.kind === 'organisations') return isTenant(tenantId, owner.id, books);
  const fields = books.onRecord(owner) ?? books.imported(owner);
  return fields !== undefined && ownedBy(tenantId, { ...owner, fields }, books);
}

/** By what is on record: nobody makes an organisation its own by saying so. */
function isTenant(tenantId: string, id: string, { onRecord }: Books): boolean {
  const organisation = onRecord({ kind: 'organisations', id });
  const told = organisation && 'tenantId' in organisation ? organisation.tenantId : undefined;
  return (told ?? id) === tenantId;
}

function reservedFields({ kind, fields }: Owned, before: object | undefined, tenantId: string): Forbidden[] {
  const known = kindNamed(kind);
  const reserved = Object.entries((known && RESERVED[known]) ?? {});
  return reserved
    .filter(([field, unless]) => {
      const now: unknown = Reflect.get(fields, field);
      const was: unknown = before ? Reflect.get(before, field) : unless;
      return JSON.stringify(now) !== JSON.stringify(was) && !(field === 'tenantId' && now === tenantId);
    })
    .map(([field]) => ({ field: `/${field}`, rule: RESERVED_RULE }));
}

function ownerField(kind: string) {
  const known = kindNamed(kind);
  return known && ownerFieldOf(known);
}

function kindNamed(kind: string): Kind | undefined {
  return KIND_NAMES.find((name) => name === kind);
}
