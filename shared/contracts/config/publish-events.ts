import * as z from 'zod/mini';
import { feedTable, messagesTable } from '#shared/contracts/config/parts';

/** The worker of feeds. */
export const publishEventsConfig = z.object({ ...messagesTable, ...feedTable });
