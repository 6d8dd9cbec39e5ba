import * as z from 'zod/mini';
import { messagesTable, ownDataTable, queues, recipientsTable } from '#shared/contracts/config/parts';

/** The sweep of the wake index. */
export const sweepConfig = z.object({ ...messagesTable, ...recipientsTable, ...ownDataTable, ...queues });
