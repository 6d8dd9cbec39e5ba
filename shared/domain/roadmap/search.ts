import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { RoadmapDataset, RoadmapEntry, RoadmapFilter } from '#shared/domain/roadmap/dataset';

/** The services that are asked for. A status and a group have to be those of the same offering (REQ-209). */
export function found({ entries }: RoadmapDataset, filter: RoadmapFilter): readonly RoadmapEntry[] {
  return entries.filter(
    (entry) => isOfEvent(entry, filter) && isOfAuthority(entry, filter) && isOffered(entry, filter),
  );
}

function isOfEvent({ lifeEvents, businessEvents }: RoadmapEntry, { event }: RoadmapFilter): boolean {
  return event === undefined || lifeEvents.includes(event) || businessEvents.includes(event);
}

function isOfAuthority({ authority, coOwners = [] }: RoadmapEntry, filter: RoadmapFilter): boolean {
  return filter.authority === undefined || [authority, ...coOwners].some(({ id }) => id === filter.authority);
}

function isOffered({ offerings }: RoadmapEntry, { status, group }: RoadmapFilter): boolean {
  return offerings.some(
    (each) => (status === undefined || each.status === status) && (group === undefined || each.targetGroup === group),
  );
}

/** What is asked for by a code that nobody has heard of. */
export function unknownIn(dataset: RoadmapDataset, { event, authority }: RoadmapFilter): FieldProblem[] {
  const { lifeEvents, businessEvents, authorities } = dataset;
  const knowsEvent = event === undefined || Object.hasOwn(lifeEvents, event) || Object.hasOwn(businessEvents, event);
  const knowsAuthority = authority === undefined || authorities.some(({ id }) => id === authority);
  return [
    ...(knowsEvent ? [] : [{ field: 'event', rule: 'must be the code of an event of the roadmap' }]),
    ...(knowsAuthority ? [] : [{ field: 'authority', rule: 'must be the id of an authority of the programme' }]),
  ];
}

/** Services for businesses by business event, those with none left out: the one counter (REQ-209). */
export function businessCounter({
  entries,
  businessEvents,
}: RoadmapDataset): { readonly code: string; readonly services: number }[] {
  const forBusinesses = entries.filter(({ offerings }) =>
    offerings.some(({ targetGroup }) => targetGroup === 'BUSINESS'),
  );
  return Object.keys(businessEvents)
    .map((code) => ({ code, services: forBusinesses.filter((entry) => entry.businessEvents.includes(code)).length }))
    .filter(({ services }) => services > 0);
}
