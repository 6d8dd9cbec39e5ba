import { type Reach, mayWrite } from '#shared/domain/programme/access';
import { CATALOGUE_ROWS, keepsCatalogue } from '#shared/domain/programme/catalogue';
import { KIND_NAMES, type Kind } from '#shared/domain/programme/kinds';
import { ownerFieldOf } from '#shared/domain/programme/owner';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { textsAt } from '#shared/domain/programme/texts-at';
import type { ImportError } from '#shared/domain/row-import/import-error';
import type { RowName } from '#shared/domain/row-import/references';
import type { ImportedRow } from '#shared/domain/row-import/rows';

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
  return rows
    .filter((each) => !mayEnter(role, each, books))
    .map(({ row, pointer }) => ({ row, pointer, rule: NOT_YOURS }));
}

function mayEnter(role: ProgrammeRole, row: ImportedRow, books: Books): boolean {
  const reach = reachOf(role, row.kind);
  if (reach === 'NONE' || role.role !== 'AUTHORITY') return reach === 'ALL';
  const before = books.onRecord(row);
  const wasOwn = !before || ownedBy(role.tenantId, { ...row, fields: before }, books);
  return wasOwn && ownedBy(role.tenantId, row, books);
}

function reachOf(role: ProgrammeRole, kind: string): Reach {
  if (kind === CATALOGUE_ROWS) return keepsCatalogue(role) ? 'ALL' : 'NONE';
  const known = kindNamed(kind);
  return known ? mayWrite(role, known) : 'NONE';
}

const NOT_YOURS = 'NOT_YOURS: is no row of an organisation of your own';

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

function ownerField(kind: string) {
  const known = kindNamed(kind);
  return known && ownerFieldOf(known);
}

function kindNamed(kind: string): Kind | undefined {
  return KIND_NAMES.find((name) => name === kind);
}
