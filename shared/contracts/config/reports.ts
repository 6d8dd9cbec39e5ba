import * as z from 'zod/mini';
import {
  documents,
  keys,
  programmeTable,
  reportLink,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of the programme's reports. */
export const reportsConfig = z.object({
  ...programmeTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...systemTokens,
  ...reportLink,
});
