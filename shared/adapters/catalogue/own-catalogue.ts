import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

/** Kind of the rows a hub keeps of the catalogue itself; their ids are those of the catalogue, in lower case. */
export const CATALOGUE_ROWS = 'catalogue-services';

/** A list of the catalogue's services that the hub keeps itself. One without a single row knows nothing and says so. */
export function makeOwnCatalogue(rows: Pick<ProgrammeRows, 'read' | 'list'>): ServiceCatalogue {
  return {
    check: async (id) => {
      if (await rows.read(CATALOGUE_ROWS, id.toLowerCase())) return 'CONFIRMED';
      const page = await rows.list(CATALOGUE_ROWS);
      return page.rows.length > 0 ? 'UNKNOWN' : 'UNCHECKED';
    },
  };
}

/** Where no catalogue is configured. */
export const noCatalogue: ServiceCatalogue = { check: async () => 'UNCHECKED' };
