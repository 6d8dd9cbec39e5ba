import * as z from 'zod/mini';
import { documents, programmeTable } from '#shared/contracts/config/parts';

/** The door of the public roadmap. */
export const roadmapConfig = z.object({ ...programmeTable, ...documents });
