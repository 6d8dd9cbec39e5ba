import * as z from 'zod/mini';
import { documents, programmeTable } from '#shared/contracts/config/parts';

/** The nightly drawing of the public roadmap. */
export const refreshRoadmapConfig = z.object({ ...programmeTable, ...documents });
