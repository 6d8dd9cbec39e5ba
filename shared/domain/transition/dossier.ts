import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { Obstacle, ProgrammeException } from '#shared/domain/programme/registry/exceptions';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Action, Plan, PlanStep } from '#shared/domain/programme/registry/plan';
import type { SelfAssessment } from '#shared/domain/programme/registry/quality';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Volume } from '#shared/domain/programme/registry/volume';
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
  readonly volumes: readonly Row<Volume>[];
  readonly assessments: readonly Row<SelfAssessment>[];
}

/** Dossiers of a day. */
export interface Dossiers {
  readonly carriers: Carriers;
  /** Of the authority that does the work of this organisation on the day; absent where there is none of that id. */
  readonly of: (organisationId: string) => Dossier | undefined;
  /** Of every authority that exists on the day. */
  readonly all: () => readonly Dossier[];
}

/** The dossiers of a programme on a day; the records are sorted once for all that is asked of the same ones. */
export function dossiersOn(programme: Programme, day: CalendarDate): Dossiers {
  const known = SORTED.get(programme);
  if (known?.day === day) return known.dossiers;
  const dossiers = dossiersFrom(deskOf(programme, day));
  SORTED.set(programme, { day, dossiers });
  return dossiers;
}

/** Hundreds of lists are made of the same records: what was sorted last stays for as long as the records do. */
const SORTED = new WeakMap<Programme, { readonly day: CalendarDate; readonly dossiers: Dossiers }>();

function dossiersFrom(desk: Desk): Dossiers {
  const made = new Map<string, Dossier>();
  const from = (carrier: Row<Organisation>) => {
    const dossier = made.get(carrier.id) ?? dossierOf(carrier, desk);
    made.set(carrier.id, dossier);
    return dossier;
  };
  const of = (id: string) => {
    const carrier = desk.carriers.get(id);
    return carrier && from(carrier);
  };
  const authorities = desk.programme.rows.organisations.filter((each) => isAuthorityOn(each, desk)).toSorted(byId);
  return { carriers: desk.carriers, of, all: () => authorities.map(from) };
}

/** Whether an organisation has to make a plan: it is an authority. @see REQ-190, REQ-204 */
export function owesPlan({ roles }: Organisation): boolean {
  return roles.includes('AUTHORITY');
}

/** The records sorted by whom they concern. */
interface Desk {
  readonly programme: Programme;
  readonly day: CalendarDate;
  readonly carriers: Carriers;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly services: ReadonlyMap<string, readonly { readonly service: Row<Service> }[]>;
  readonly plans: ReadonlyMap<string, readonly Row<Plan>[]>;
  readonly actions: ReadonlyMap<string, readonly Row<Action>[]>;
  readonly exceptions: ReadonlyMap<string, readonly Row<ProgrammeException>[]>;
  readonly volumes: ReadonlyMap<string, readonly Row<Volume>[]>;
  readonly assessments: ReadonlyMap<string, readonly Row<SelfAssessment>[]>;
}

function deskOf(programme: Programme, day: CalendarDate): Desk {
  const { rows } = programme;
  const carriers = carriersOn(rows.organisations, day);
  const owned = rows.services.flatMap((service) => ownersOf(service).map((owner) => ({ owner, service })));
  return {
    programme,
    day,
    carriers,
    ids: Map.groupBy(carriers.keys(), (id) => carriers.get(id)?.id ?? id),
    services: Map.groupBy(owned, ({ owner }) => owner),
    plans: Map.groupBy(rows.plans, ({ organisationId }) => organisationId),
    actions: Map.groupBy(rows.actions, ({ planId }) => planId),
    exceptions: Map.groupBy(rows.exceptions, ({ organisationId }) => organisationId),
    volumes: Map.groupBy(rows.volumes, ({ serviceId }) => serviceId),
    assessments: Map.groupBy(rows['self-assessments'], ({ serviceId }) => serviceId),
  };
}

function isAuthorityOn(organisation: Row<Organisation>, { carriers, day }: Desk): boolean {
  const { validFrom = day, validTo = day } = organisation;
  return owesPlan(organisation) && carriers.get(organisation.id) === organisation && validFrom <= day && day <= validTo;
}

function dossierOf(organisation: Row<Organisation>, desk: Desk): Dossier {
  const { programme, day } = desk;
  const ids = new Set(desk.ids.get(organisation.id) ?? [organisation.id]);
  const owned = [...ids].flatMap((id) => desk.services.get(id) ?? []).map(({ service }) => service);
  const services = [...new Set(owned)].toSorted(byId);
  const plan = planOf(organisation, ids, desk);
  return {
    calendar: programme.calendar,
    day,
    organisation,
    ids,
    services,
    plan,
    steps: programme.planSteps.get(plan?.id ?? '') ?? [],
    actions: (desk.actions.get(plan?.id ?? '') ?? []).toSorted(byId),
    exceptions: [...ids].flatMap((id) => desk.exceptions.get(id) ?? []).toSorted(byId),
    obstacles: programme.rows.obstacles.filter((each) => concerns(each, { ids, services, plan })).toSorted(byId),
    volumes: services.flatMap(({ id }) => desk.volumes.get(id) ?? []).toSorted(byId),
    assessments: services.flatMap(({ id }) => desk.assessments.get(id) ?? []).toSorted(byId),
  };
}

/** The plan that counts where there are several: one that was handed in, then its own one, then the one entered last. */
function planOf({ id }: Row<Organisation>, ids: ReadonlySet<string>, desk: Desk): Row<Plan> | undefined {
  const rank = (plan: Row<Plan>) =>
    [isHandedIn(desk.programme, plan), plan.organisationId === id ? 1 : 0, plan.enteredAt, plan.id].join(' ');
  const plans = [...ids].flatMap((each) => desk.plans.get(each) ?? []);
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
