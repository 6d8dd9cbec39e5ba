import * as z from 'zod/mini';
import { documents, keys, messagesTable } from '#shared/contracts/config/parts';

/** The worker that reads uploads. */
export const prepareUploadConfig = z.object({ ...messagesTable, ...documents, ...keys });
