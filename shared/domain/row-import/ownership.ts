import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { type Reference, type RowName, namedBy } from '#shared/domain/row-import/references';
import type { ImportedRow } from '#shared/domain/row-import/rows';

/** How each register that authorities may write tells whose a row is; an organisation is its own. */
const OWNER: Readonly<Record<string, Reference | 'itself'>> = {
  organisations: 'itself',
  'management-decisions': { path: 'organisationId', to: 'organisations' },
  services: { path: 'organisationId', to: 'organisations' },
  'self-assessments': { path: 'serviceId', to: 'services' },
  audits: { path: 'serviceId', to: 'services' },
  volumes: { path: 'serviceId', to: 'services' },
  obstacles: { path: 'organisationId', to: 'organisations' },
  exceptions: { path: 'organisationId', to: 'organisations' },
  'pricing-tiers': { path: 'serviceId', to: 'services' },
  plans: { path: 'organisationId', to: 'organisations' },
  actions: { path: 'planId', to: 'plans' },
  'mobile-apps': { path: 'organisationId', to: 'organisations' },
  'survey-answers': { path: 'organisationId', to: 'organisations' },
};

/** What an authority does not decide of its own rows, with what stands where nobody has decided yet. */
const RESERVED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  organisations: { roles: ['AUTHORITY'], tenantId: undefined },
  exceptions: { decision: 'PROPOSED', decidedBy: undefined, decidedOn: undefined },
};

/** Fields of a row: as it stands in the import, or as it stood before. */
export type Find = (name: RowName) => object | undefined;

/** The row that tells whose another is; `undefined` where it tells itself, or nobody does. */
export function ownerName(row: Pick<ImportedRow, 'kind' | 'fields'>): RowName | undefined {
  const owner = OWNER[row.kind];
  return owner === undefined || owner === 'itself' ? undefined : namedBy({ [row.kind]: [owner] }, row)[0];
}

/** Where rows are looked up. */
export interface Books {
  readonly onRecord: Find;
  readonly imported: Find;
}

/**
 * Rows somebody may not enter. The ministry and its collector enter every row, an authority those of its own organisations,
 * nobody else any. A row of somebody else reads like one that is not there.
 *
 * @see REQ-236
 */
export function foreignRows(role: ProgrammeRole, rows: readonly ImportedRow[], books: Books): ImportError[] {
  if (role.role === 'MINISTRY' || role.role === 'COLLECTOR') return [];
  if (role.role !== 'AUTHORITY') return rows.map(({ row, pointer }) => ({ row, pointer, rule: NOT_YOURS }));
  const isOwn = (row: Pick<ImportedRow, 'kind' | 'id' | 'fields'>) => ownedBy(role.tenantId, row, books);
  return rows.flatMap((each) => {
    const before = books.onRecord(each);
    const own = isOwn(each) && (!before || isOwn({ ...each, fields: before }));
    if (!own) return [{ row: each.row, pointer: each.pointer, rule: NOT_YOURS }];
    return reservedFields(each, before, role.tenantId).map((field) => ({
      row: each.row,
      pointer: `${each.pointer}/${field}`,
      rule: 'NOT_YOURS: is decided by the ministry',
    }));
  });
}

const NOT_YOURS = 'NOT_YOURS: is no row of an organisation of your own';

function ownedBy(tenantId: string, row: Pick<ImportedRow, 'kind' | 'id' | 'fields'>, books: Books): boolean {
  if (OWNER[row.kind] === 'itself') return isTenant(tenantId, row.id, books);
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

function reservedFields({ kind, fields }: ImportedRow, before: object | undefined, tenantId: string): string[] {
  const reserved = Object.entries(RESERVED[kind] ?? {});
  return reserved
    .filter(([field, unless]) => {
      const now: unknown = Reflect.get(fields, field);
      const was: unknown = before ? Reflect.get(before, field) : unless;
      return JSON.stringify(now) !== JSON.stringify(was) && !(field === 'tenantId' && now === tenantId);
    })
    .map(([field]) => field);
}
