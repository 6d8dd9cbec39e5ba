import { tenantId as tenantIdSchema, type TenantId } from '#shared/domain/message/ids';
import { type Organisation, organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import { asRow } from '#shared/flow/programme/read-programme';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** Every organisation of the programme as it is on record now. */
export async function listOrganisations(rows: Pick<ProgrammeRows, 'list'>): Promise<readonly Row<Organisation>[]> {
  const found: Row<Organisation>[] = [];
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const page = await rows.list('organisations', after);
    found.push(...page.rows.map((row) => asRow(organisation, row)));
    after = page.next;
  }
  return found;
}

/** The authority of the hub that an organisation is: the one that stands in it, or where none does, that of its own id. */
export function tenantOf({ id, tenantId }: Row<Organisation>): TenantId | undefined {
  const own = tenantIdSchema.safeParse(id);
  return tenantId ?? (own.success ? own.data : undefined);
}
