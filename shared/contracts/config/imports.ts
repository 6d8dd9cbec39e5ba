import * as z from 'zod/mini';
import {
  documents,
  keys,
  programmeTable,
  serviceCatalogue,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of imports into the registers of the transition programme. */
export const importsConfig = z.object({
  ...programmeTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...systemTokens,
  ...serviceCatalogue,
});
