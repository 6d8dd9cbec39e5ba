import * as z from 'zod/mini';
import {
  documents,
  keys,
  notices,
  ownDataTable,
  programmeTable,
  reportLink,
  tenantsTable,
  trafficTable,
} from '#shared/contracts/config/parts';

const { NOTICE_FROM, NOTICE_CONFIGURATION_SET } = notices;

/** The daily run of the programme's reports. */
export const runReportsConfig = z.object({
  ...programmeTable,
  ...trafficTable,
  ...tenantsTable,
  ...ownDataTable,
  ...keys,
  ...documents,
  ...reportLink,
  NOTICE_FROM,
  NOTICE_CONFIGURATION_SET,
});
