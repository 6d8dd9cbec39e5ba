import * as z from 'zod/mini';
import { offeringStatus, targetGroup } from '#shared/domain/programme/registry/service';
import { type ReportLanguage, type Texts, reportLanguage, told } from '#shared/domain/programme/words';
import {
  type RoadmapDataset,
  type RoadmapEntry,
  type RoadmapFilter,
  roadmapEntry,
} from '#shared/domain/roadmap/dataset';
import { GROUP_NAMES, STATUS_NAMES, phaseText } from '#shared/domain/roadmap/roadmap-words';
import { found } from '#shared/domain/roadmap/search';
import { calendarDate } from '#shared/kernel/time';

/** A name in the language asked for; `fallback` is the language that had to stand in for it. */
const name = { name: z.string(), fallback: z.optional(reportLanguage) };
const party = z.object({ id: z.string(), ...name });
const event = z.object({ code: z.string(), ...name });

/** The roadmap as programs get it: codes and names, each with its words in one language. */
export const roadmapView = z.object({
  day: calendarDate,
  language: reportLanguage,
  transition: z.object({ phase: z.string(), endsOn: calendarDate, obligationFrom: calendarDate, text: z.string() }),
  services: z.array(
    z.object({
      ...z.pick(roadmapEntry, {
        serviceId: true,
        names: true,
        address: true,
        hasApi: true,
        apiOnly: true,
        ptv: true,
        alternativeChannels: true,
      }).shape,
      ...name,
      authority: party,
      coOwners: z.optional(z.array(party)),
      offerings: z.array(
        z.object({
          targetGroup,
          targetGroupName: z.string(),
          status: offeringStatus,
          statusName: z.string(),
          availableFrom: z.optional(z.union([z.int(), calendarDate])),
          digitalOnlyFrom: z.optional(calendarDate),
          targetDate: z.optional(calendarDate),
          digitalDegree: z.optional(z.int()),
        }),
      ),
      lifeEvents: z.array(event),
      businessEvents: z.array(event),
    }),
  ),
});
export type RoadmapJson = z.infer<typeof roadmapView>;

export function roadmapJson(dataset: RoadmapDataset, filter: RoadmapFilter, language: ReportLanguage): RoadmapJson {
  const { day, transition } = dataset;
  const { phase, endsOn, obligationFrom } = transition;
  return {
    day,
    language,
    transition: { phase, endsOn, obligationFrom, text: phaseText(transition, language) },
    services: found(dataset, filter).map((entry) => serviceJson(entry, dataset, language)),
  };
}

function serviceJson(
  entry: RoadmapEntry,
  dataset: RoadmapDataset,
  language: ReportLanguage,
): RoadmapJson['services'][number] {
  const { serviceId, names, address, hasApi, apiOnly, ptv, alternativeChannels, authority, coOwners } = entry;
  const inWords = (texts: Texts) => {
    const { text, fallback } = told(texts, language);
    return { name: text, fallback };
  };
  const events = (codes: readonly string[], list: Readonly<Record<string, Texts>>) =>
    codes.map((code) => ({ code, ...inWords(list[code] ?? { fi: code }) }));
  return {
    serviceId,
    ...inWords(names),
    names,
    authority: { id: authority.id, ...inWords(authority.names) },
    coOwners: coOwners?.map((each) => ({ id: each.id, ...inWords(each.names) })),
    offerings: entry.offerings.map((offering) => ({
      ...offering,
      targetGroupName: GROUP_NAMES[offering.targetGroup][language],
      statusName: STATUS_NAMES[offering.status][language],
    })),
    lifeEvents: events(entry.lifeEvents, dataset.lifeEvents),
    businessEvents: events(entry.businessEvents, dataset.businessEvents),
    address,
    hasApi,
    apiOnly,
    ptv,
    alternativeChannels,
  };
}
