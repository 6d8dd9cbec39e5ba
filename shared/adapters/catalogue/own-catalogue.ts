import { CATALOGUE_ROWS, catalogueService } from '#shared/domain/programme/catalogue';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

/** A list of the catalogue's services that the hub keeps itself. One without a single row knows nothing and says so. */
export function makeOwnCatalogue(rows: Pick<ProgrammeRows, 'read' | 'list'>): ServiceCatalogue {
  return {
    isThere: true,
    check: async (id) => {
      const row = await rows.read(CATALOGUE_ROWS, id.toLowerCase());
      if (row) return catalogueService.parse(row).published ? 'CONFIRMED' : 'UNKNOWN';
      const page = await rows.list(CATALOGUE_ROWS);
      return page.rows.length > 0 ? 'UNKNOWN' : 'UNCHECKED';
    },
  };
}

/** Where no catalogue is configured. */
export const noCatalogue: ServiceCatalogue = { isThere: false, check: async () => 'UNCHECKED' };
