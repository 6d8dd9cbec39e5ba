import * as z from 'zod/mini';
import { texts } from '#shared/domain/programme/words';
import { offering, offeringStatus, targetGroup } from '#shared/domain/programme/registry/service';
import { calendarDate } from '#shared/kernel/time';

const named = z.object({ id: z.string(), names: texts });
export type Named = z.infer<typeof named>;

/** A service of the roadmap as the public sees it (REQ-227, REQ-235, REQ-244). */
export const roadmapEntry = z.object({
  serviceId: z.string(),
  names: texts,
  description: z.optional(texts),
  /** By the name it has on the day of the roadmap. */
  authority: named,
  /** Authorities that carry it out together with it. */
  coOwners: z.optional(z.array(named)),
  /** Never one that is retired. */
  offerings: z.array(offering),
  lifeEvents: z.array(z.string()),
  businessEvents: z.array(z.string()),
  /** Where it is used. */
  address: z.optional(z.string()),
  hasApi: z.boolean(),
  /** For other systems only: it has no page of its own. */
  apiOnly: z.boolean(),
  /** Its description in the national service catalogue. */
  ptv: z.optional(z.object({ id: z.string(), address: z.string() })),
  alternativeChannels: z.optional(z.array(z.enum(['DESK', 'PHONE', 'POST']))),
});
export type RoadmapEntry = z.infer<typeof roadmapEntry>;

/** The public roadmap of a day, whole. */
export const roadmapDataset = z.object({
  /** The day whose names and services it shows. */
  day: calendarDate,
  programme: texts,
  /** Where the transition stands, and its days (REQ-202). */
  transition: z.object({
    phase: z.enum(['BEFORE', 'TRANSITION', 'OBLIGATION']),
    startsOn: calendarDate,
    endsOn: calendarDate,
    obligationFrom: calendarDate,
  }),
  /** In use before in development before planned; by name within. */
  entries: z.array(roadmapEntry),
  /** Every authority that may be asked for. */
  authorities: z.array(named),
  /** Names of the events that may be asked for, by their codes. */
  lifeEvents: z.record(z.string(), texts),
  businessEvents: z.record(z.string(), texts),
});
export type RoadmapDataset = z.infer<typeof roadmapDataset>;

/** What of the roadmap is asked for; every part narrows it. */
export const roadmapFilter = z.object({
  /** A life event or a business event. */
  event: z.optional(z.string()),
  authority: z.optional(z.string()),
  status: z.optional(offeringStatus),
  group: z.optional(targetGroup),
});
export type RoadmapFilter = z.infer<typeof roadmapFilter>;
