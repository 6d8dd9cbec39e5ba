import type { Programme } from '#shared/domain/programme/programme';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { type Carriers, carriersOn } from '#shared/domain/transition/carriers';
import type { CalendarDate } from '#shared/kernel/time';

/** Ids of the organisations whose work one does on a day: its own, and those of whom it is the successor. */
export function responsibleFor(carriers: Carriers, organisationId: string): ReadonlySet<string> {
  const carrier = carriers.get(organisationId);
  if (!carrier) return new Set();
  return new Set([...carriers].filter(([, each]) => each.id === carrier.id).map(([id]) => id));
}

/**
 * The services an authority answers for on a day, in the order of their ids: its own, those it carries out with others, and
 * those of its predecessors.
 *
 * @see REQ-191, REQ-218
 */
export function servicesOf(programme: Programme, organisationId: string, day: CalendarDate): readonly Row<Service>[] {
  const ids = responsibleFor(carriersOn(programme.rows.organisations, day), organisationId);
  return programme.rows.services.filter((service) => ownersOf(service).some((owner) => ids.has(owner))).toSorted(byId);
}

/** Everybody who carries a service out. */
export function ownersOf({ organisationId, coOwners = [] }: Service): readonly string[] {
  return [organisationId, ...coOwners];
}

/** Order of ids: rows come in any order, what is said of them never does. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
