import * as z from 'zod/mini';
import { messagesTable } from '#shared/contracts/config/parts';

/** The daily check of the wake index. */
export const checkIndexConfig = z.object({ ...messagesTable });
