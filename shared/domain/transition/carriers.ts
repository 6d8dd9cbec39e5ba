import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import type { CalendarDate } from '#shared/kernel/time';

/** The organisation that does the work of each one on a day, by the id of each. */
export type Carriers = ReadonlyMap<string, Row<Organisation>>;

/**
 * Who does the work of each organisation on a day: itself while it exists, before its first day the one whose work it carries
 * on, after its last day its successor. One with several successors is carried on by none of them as a whole; one that
 * carries on several, as merged municipalities are, stands for itself before its first day too.
 *
 * @see REQ-204, I-15, TR-15
 */
export function carriersOn(organisations: readonly Row<Organisation>[], day: CalendarDate): Carriers {
  const family: Family = {
    byId: new Map(organisations.map((each) => [each.id, each])),
    successors: successorsOf(organisations),
  };
  return new Map(organisations.map((each) => [each.id, carrierOf(each, family, day)]));
}

interface Family {
  readonly byId: ReadonlyMap<string, Row<Organisation>>;
  readonly successors: ReadonlyMap<string, readonly Row<Organisation>[]>;
}

function successorsOf(organisations: readonly Row<Organisation>[]): Family['successors'] {
  const pairs = organisations.flatMap((successor) =>
    [...new Set(successor.successorOf)].map((id) => ({ id, successor })),
  );
  const groups = Map.groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ successor }) => successor)]));
}

function carrierOf(start: Row<Organisation>, family: Family, day: CalendarDate): Row<Organisation> {
  const seen = new Set<string>();
  let current = start;
  while (!seen.has(current.id)) {
    seen.add(current.id);
    current = nextTo(current, family, day);
  }
  return current;
}

function nextTo(organisation: Row<Organisation>, family: Family, day: CalendarDate): Row<Organisation> {
  const [predecessor, ...merged] = organisation.successorOf.flatMap((id) => family.byId.get(id) ?? []);
  if (predecessor && merged.length === 0 && !hasBegun(organisation, predecessor, day)) return predecessor;
  const [successor, ...others] = family.successors.get(organisation.id) ?? [];
  if (!successor || others.length > 0 || isWithin(organisation.validTo, day)) return organisation;
  return hasBegun(successor, organisation, day) ? successor : organisation;
}

function hasBegun({ validFrom }: Organisation, { validTo }: Organisation, day: CalendarDate): boolean {
  if (validFrom !== undefined) return validFrom <= day;
  return !isWithin(validTo, day);
}

function isWithin(validTo: CalendarDate | undefined, day: CalendarDate): boolean {
  return validTo !== undefined && day <= validTo;
}
