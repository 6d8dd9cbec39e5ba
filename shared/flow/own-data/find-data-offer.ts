import { tenantId } from '#shared/domain/message/ids';
import { type DataOffer, offerOf } from '#shared/domain/own-data/channel';
import { type Organisation, organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import type { Authority } from '#shared/domain/tenancy/tenant';
import { listOrganisations, tenantOf } from '#shared/flow/programme/own-organisations';
import { asRow } from '#shared/flow/programme/read-programme';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { Tenants } from '#shared/ports/tenants';

export interface FindOfferPorts {
  readonly tenants: Pick<Tenants, 'authority'>;
  readonly programme: Pick<ProgrammeRows, 'read' | 'list'>;
}

/** An authority people can ask, and how it takes their requests. */
export interface FoundOffer {
  readonly authority: Authority;
  readonly offer: DataOffer;
}

/**
 * An authority by its own id or by that of its organisation in the registers of the programme.
 *
 * @see REQ-154, REQ-158, REQ-159
 */
export function makeFindDataOffer({ tenants, programme }: FindOfferPorts) {
  return async function findDataOffer(authorityId: string): Promise<FoundOffer | undefined> {
    const found = await organisationOf(authorityId);
    const id = tenantId.safeParse((found && tenantOf(found)) ?? authorityId);
    const authority = id.success ? await tenants.authority(id.data) : undefined;
    return authority && { authority, offer: offerOf(found) };
  };

  async function organisationOf(id: string): Promise<Row<Organisation> | undefined> {
    const row = await programme.read('organisations', id);
    if (row) return asRow(organisation, row);
    return (await listOrganisations(programme)).find((each) => tenantOf(each) === id);
  }
}
