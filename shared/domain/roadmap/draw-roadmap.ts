import { phaseOn } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { OfferingStatus, Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import type { Named, RoadmapDataset, RoadmapEntry } from '#shared/domain/roadmap/dataset';
import { BUSINESS_EVENTS, LIFE_EVENTS, namedEvents } from '#shared/domain/roadmap/events';
import type { CalendarDate } from '#shared/kernel/time';

/** What other rooms know of services and authorities. */
export interface RoadmapRules {
  readonly admits: (service: Row<Service>) => boolean;
  /** Who does an organisation's work on the day of the roadmap, by the name it has then (TR-15). */
  readonly authorityOf: (organisationId: string) => Named;
}

/**
 * The public roadmap of a day: every admitted service with an offering that is not retired, what is in use first (REQ-140,
 * REQ-144, REQ-234).
 *
 * @see REQ-209, REQ-227, REQ-229
 */
export function drawRoadmap(
  { calendar, rows }: Programme,
  day: CalendarDate,
  { admits, authorityOf }: RoadmapRules,
): RoadmapDataset {
  const entries = rows.services
    .filter(admits)
    .map((service) => entryOf(service, authorityOf))
    .filter(({ offerings }) => offerings.length > 0)
    .sort(inOrder);
  return {
    day,
    programme: calendar.names,
    transition: {
      phase: phaseOn(calendar, day),
      startsOn: calendar.startsOn,
      endsOn: calendar.transitionEnd,
      obligationFrom: calendar.obligationFrom,
    },
    entries,
    authorities: authoritiesOf(rows.organisations.map(({ id }) => authorityOf(id))),
    lifeEvents: namedEvents(
      LIFE_EVENTS,
      entries.flatMap(({ lifeEvents }) => lifeEvents),
    ),
    businessEvents: namedEvents(
      BUSINESS_EVENTS,
      entries.flatMap(({ businessEvents }) => businessEvents),
    ),
  };
}

function entryOf(service: Row<Service>, authorityOf: RoadmapRules['authorityOf']): RoadmapEntry {
  const { id, names, description, lifeEvents, businessEvents, address, hasApi, apiOnly, alternativeChannels } = service;
  return {
    serviceId: id,
    names,
    description,
    authority: authorityOf(service.organisationId),
    coOwners: service.coOwners?.map(authorityOf),
    offerings: service.offerings.filter(({ status }) => status !== 'RETIRED').sort((a, b) => rankOf(a) - rankOf(b)),
    lifeEvents,
    businessEvents,
    address,
    hasApi: hasApi === true || apiOnly,
    apiOnly,
    ptv: service.ptvId === undefined ? undefined : { id: service.ptvId, address: `${CATALOGUE}${service.ptvId}` },
    alternativeChannels,
  };
}

/** Services in the open interface of the national service catalogue (domain.md 2.9). */
const CATALOGUE = 'https://api.palvelutietovaranto.suomi.fi/api/v11/Service/';

const RANK: Readonly<Record<OfferingStatus, number>> = { IN_USE: 0, IN_DEVELOPMENT: 1, PLANNED: 2, RETIRED: 3 };

function rankOf({ status }: { readonly status: OfferingStatus }): number {
  return RANK[status];
}

function inOrder(a: RoadmapEntry, b: RoadmapEntry): number {
  const best = ({ offerings }: RoadmapEntry) => Math.min(...offerings.map(rankOf));
  return best(a) - best(b) || byName(a, b) || a.serviceId.localeCompare(b.serviceId);
}

function byName(a: Pick<Named, 'names'>, b: Pick<Named, 'names'>): number {
  return a.names.fi.localeCompare(b.names.fi, 'fi');
}

function authoritiesOf(all: readonly Named[]): Named[] {
  return [...new Map(all.map((each) => [each.id, each])).values()].sort(
    (a, b) => byName(a, b) || a.id.localeCompare(b.id),
  );
}
