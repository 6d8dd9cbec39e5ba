import * as z from 'zod/mini';
import { tenantId } from '#shared/domain/message/ids';
import { measure } from '#shared/domain/traffic/service-month';
import { calendarDate } from '#shared/kernel/time';

/** What the deliveries of all services of an authority say of one day in Helsinki. Nobody can be told from it. */
export const dayCounts = z.object({ tenantId, day: calendarDate, counts: z.partialRecord(measure, z.int()) });
export type DayCounts = z.infer<typeof dayCounts>;
