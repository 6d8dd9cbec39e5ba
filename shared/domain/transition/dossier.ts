import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { Obstacle, ProgrammeException } from '#shared/domain/programme/registry/exceptions';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Action, Plan, PlanStep } from '#shared/domain/programme/registry/plan';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { type Carriers, carriersOn } from '#shared/domain/transition/carriers';
import { byId, ownersOf } from '#shared/domain/transition/organisation-scope';
import type { CalendarDate } from '#shared/kernel/time';

/** All that is on record of one authority on a day, what it took over from its predecessors included; rows by their ids. */
export interface Dossier {
  readonly calendar: ProgrammeCalendar;
  readonly day: CalendarDate;
  readonly organisation: Row<Organisation>;
  /** Ids of the organisations whose work it does. */
  readonly ids: ReadonlySet<string>;
  readonly services: readonly Row<Service>[];
  /** The plan that counts; absent: none. */
  readonly plan?: Row<Plan>;
  readonly steps: readonly PlanStep[];
  readonly actions: readonly Row<Action>[];
  readonly exceptions: readonly Row<ProgrammeException>[];
  readonly obstacles: readonly Row<Obstacle>[];
}

/** The dossiers of a programme on a day. */
export interface Dossiers {
  readonly carriers: Carriers;
  /** Of the authority that does the work of this organisation on the day; absent where there is none of that id. */
  readonly of: (organisationId: string) => Dossier | undefined;
  /** Of every authority that exists on the day. */
  readonly all: () => readonly Dossier[];
}

export function dossiersOn(programme: Programme, day: CalendarDate): Dossiers {
  const desk = deskOf(programme, day);
  const of = (id: string) => {
    const carrier = desk.carriers.get(id);
    return carrier && dossierOf(carrier, desk);
  };
  const authorities = programme.rows.organisations.filter((each) => isAuthorityOn(each, desk));
  return { carriers: desk.carriers, of, all: () => authorities.toSorted(byId).map((each) => dossierOf(each, desk)) };
}

/** Whether an organisation has to make a plan: it is an authority. @see REQ-190, REQ-204 */
export function owesPlan({ roles }: Organisation): boolean {
  return roles.includes('AUTHORITY');
}

/** The records sorted by whom they concern, once for all dossiers of a day. */
interface Desk {
  readonly programme: Programme;
  readonly day: CalendarDate;
  readonly carriers: Carriers;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly services: ReadonlyMap<string, readonly Row<Service>[]>;
}

function deskOf(programme: Programme, day: CalendarDate): Desk {
  const carriers = carriersOn(programme.rows.organisations, day);
  const ids = Map.groupBy(carriers.keys(), (id) => carriers.get(id)?.id ?? id);
  const owned = programme.rows.services.flatMap((service) => ownersOf(service).map((owner) => ({ owner, service })));
  const byOwner = Map.groupBy(owned, ({ owner }) => owner);
  return {
    programme,
    day,
    carriers,
    ids: new Map([...ids].map(([id, those]) => [id, new Set(those)])),
    services: new Map([...byOwner].map(([owner, those]) => [owner, those.map(({ service }) => service)])),
  };
}

function isAuthorityOn(organisation: Row<Organisation>, { carriers, day }: Desk): boolean {
  const { validFrom = day, validTo = day } = organisation;
  return owesPlan(organisation) && carriers.get(organisation.id) === organisation && validFrom <= day && day <= validTo;
}

function dossierOf(organisation: Row<Organisation>, desk: Desk): Dossier {
  const { programme, day } = desk;
  const ids = desk.ids.get(organisation.id) ?? new Set([organisation.id]);
  const services = [...new Set([...ids].flatMap((id) => desk.services.get(id) ?? []))].toSorted(byId);
  const plan = planOf(programme, organisation, ids);
  return {
    calendar: programme.calendar,
    day,
    organisation,
    ids,
    services,
    plan,
    steps: programme.planSteps.get(plan?.id ?? '') ?? [],
    actions: programme.rows.actions.filter(({ planId }) => planId === plan?.id).toSorted(byId),
    exceptions: programme.rows.exceptions.filter(({ organisationId }) => ids.has(organisationId)).toSorted(byId),
    obstacles: programme.rows.obstacles.filter((each) => concerns(each, { ids, services, plan })).toSorted(byId),
  };
}

/** The plan that counts where there are several: one that was handed in, then its own one, then the one entered last. */
function planOf(programme: Programme, { id }: Row<Organisation>, ids: ReadonlySet<string>): Row<Plan> | undefined {
  const rank = (plan: Row<Plan>) =>
    [isHandedIn(programme, plan), plan.organisationId === id ? 1 : 0, plan.enteredAt, plan.id].join(' ');
  const plans = programme.rows.plans.filter(({ organisationId }) => ids.has(organisationId));
  return plans.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

function isHandedIn({ planSteps }: Programme, { id }: Row<Plan>): 0 | 1 {
  return (planSteps.get(id) ?? []).length > 0 ? 1 : 0;
}

function concerns(
  obstacle: Row<Obstacle>,
  { ids, services, plan }: Pick<Dossier, 'ids' | 'services' | 'plan'>,
): boolean {
  if (obstacle.organisationId !== undefined && ids.has(obstacle.organisationId)) return true;
  const named = plan?.legislationObstacles;
  if (Array.isArray(named) && named.includes(obstacle.id)) return true;
  return services.some(({ id }) => obstacle.services.includes(id));
}
