import * as z from 'zod/mini';
import { documents, messagesTable } from '#shared/contracts/config/parts';

/** The worker that removes unused uploads. */
export const expireAttachmentConfig = z.object({ ...messagesTable, ...documents });
