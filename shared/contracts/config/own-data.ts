import * as z from 'zod/mini';
import {
  documents,
  identification,
  keys,
  messagesTable,
  ownDataTable,
  press,
  programmeTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of what the hub holds on a person. */
export const ownDataConfig = z.object({
  ...ownDataTable,
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...programmeTable,
  ...documents,
  ...keys,
  ...identification,
  ...press,
  ...queues,
});
