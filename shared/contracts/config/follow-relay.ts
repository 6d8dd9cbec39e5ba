import * as z from 'zod/mini';
import { keys, lettersTable, messagesTable, queues, relay } from '#shared/contracts/config/parts';

/** What the national service tells of letters. */
export const followRelayConfig = z.object({ ...messagesTable, ...lettersTable, ...keys, ...queues, ...relay });
