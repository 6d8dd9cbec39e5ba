import { makeOwnCatalogue, noCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { makePtvCatalogue } from '#shared/adapters/catalogue/ptv-catalogue';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

/** `none`, `own` for a list the hub keeps itself, or `ptv:` and the address of the national one. */
export function serviceCatalogue(
  { SERVICE_CATALOGUE }: { readonly SERVICE_CATALOGUE: string },
  rows: ProgrammeRows,
): ServiceCatalogue {
  if (SERVICE_CATALOGUE === 'own') return makeOwnCatalogue(rows);
  if (!SERVICE_CATALOGUE.startsWith('ptv:')) return noCatalogue;
  return makePtvCatalogue(SERVICE_CATALOGUE.slice('ptv:'.length), fetch);
}
