import * as z from 'zod/mini';
import { keys, recipientsTable, registersTable } from '#shared/contracts/config/parts';

/** The walk that moves rows from one version of the key of hashes to the next. */
export const moveHashesConfig = z.object({ ...recipientsTable, ...registersTable, ...keys });
