import * as z from 'zod/mini';
import { documents, programmeTable } from '#shared/contracts/config/parts';

/** The drawing of the public roadmap, each night and after changes. */
export const refreshRoadmapConfig = z.object({ ...programmeTable, ...documents });
