import * as z from 'zod/mini';
import {
  identification,
  keys,
  mandatesTable,
  officials,
  ownDataTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

const { MANDATE_REGISTER, MANDATE_THEMES } = identification;

/** The door of service points. It reaches no message. */
export const pointConfig = z.object({
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...mandatesTable,
  ...ownDataTable,
  ...keys,
  ...officials,
  ...queues,
  MANDATE_REGISTER,
  MANDATE_THEMES,
});
