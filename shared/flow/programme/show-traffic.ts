import { KINDS } from '#shared/domain/programme/kinds';
import { unitCostsOn } from '#shared/domain/pricing/mail-cents';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { type ServiceId, type TenantId, serviceId, tenantId } from '#shared/domain/message/ids';
import type { Promises } from '#shared/domain/traffic/against-plan';
import { type Month, firstDayOf, monthAt, monthsAfter } from '#shared/domain/traffic/month';
import type { ServiceMonth } from '#shared/domain/traffic/service-month';
import { type ServiceTraffic, trafficOf } from '#shared/domain/traffic/service-traffic';
import { type CountPorts, makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { CALENDAR, asRow, calendarIn } from '#shared/flow/programme/read-programme';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { Tenants } from '#shared/ports/tenants';

export interface ShowTrafficPorts extends CountPorts {
  readonly tenants: Pick<Tenants, 'authorities' | 'authority' | 'service'>;
  readonly rows: Pick<ProgrammeRows, 'asOf'>;
  readonly clock: Clock;
}

/** What of the traffic is asked for. */
export interface TrafficAsked {
  /** A service of the hub, or one of the programme whose mail goes in the name of services of the hub; absent: every one. */
  readonly service?: string;
  /** @default a year ago */
  readonly from?: Month;
  /** @default this month */
  readonly to?: Month;
  /** Goes on after this authority. */
  readonly after?: string;
}

export interface TrafficShown {
  readonly from: Month;
  readonly to: Month;
  /** False: there was more new than one call counts; what is told lags, and the next call counts on. */
  readonly isUpToDate: boolean;
  readonly services: readonly ServiceTraffic[];
  /** There are authorities left to tell. */
  readonly next?: TenantId;
}

/** New pages that one call counts before it answers. */
const PAGES_AT_ONCE = 100;
/** Services after which no further authority is told of in one answer. */
const MANY = 100;

/** One service of the hub, or all of an authority. */
interface Wanted {
  readonly tenantId: TenantId;
  readonly serviceId?: ServiceId;
}

/** What is on record of the programme, as far as traffic is told against it. */
interface OnRecord extends Promises {
  readonly organisations: readonly Row<Organisation>[];
  readonly calendar: ProgrammeCalendar;
  readonly unitCostsOf: (month: Month) => ProgrammeCalendar['unitCosts'];
}

/**
 * Tells what the deliveries say of services, after counting what is new: the ministry of all, an authority of its own. What
 * is another's is answered like what is not there.
 */
export function makeShowTraffic(ports: ShowTrafficPorts) {
  const { traffic, tenants, clock } = ports;
  const readRecord = makeReadRecord(ports);
  const { countTenant } = makeCountTraffic(ports);

  return async function showTraffic(
    role: ProgrammeRole,
    asked: TrafficAsked,
  ): Promise<Result<TrafficShown, { readonly kind: 'not-found' }>> {
    const thisMonth = monthAt(clock());
    const { from = monthsAfter(thisMonth, -11), to = thisMonth } = asked;
    const onRecord = await readRecord();
    const wanted = (await wantedBy(role, asked, onRecord)).filter(({ tenantId: id }) => id > (asked.after ?? ''));
    if (wanted.length === 0 && asked.service !== undefined) return refuse({ kind: 'not-found' });
    const services: ServiceTraffic[] = [];
    let left = PAGES_AT_ONCE;
    let isUpToDate = true;
    for (const [i, each] of wanted.entries()) {
      const counting = await countTenant(each.tenantId, left);
      left -= counting.pages;
      isUpToDate &&= counting.isDone;
      const months = await monthsOf(each);
      services.push(...trafficOf(months, { serviceId: each.serviceId, from, to, thisMonth, ...onRecord }));
      if (services.length >= MANY && i < wanted.length - 1 && each.serviceId === undefined)
        return ok({ from, to, isUpToDate, services, next: each.tenantId });
    }
    return ok({ from, to, isUpToDate, services });
  };

  async function monthsOf({ tenantId: id, serviceId: service }: Wanted): Promise<readonly ServiceMonth[]> {
    const book = { tenantId: id, book: await traffic.inForce(id) };
    return traffic.months(book, { serviceId: service, from: '0000-01', to: '9999-12' });
  }

  /** In the order of the authorities. */
  async function wantedBy(role: ProgrammeRole, { service }: TrafficAsked, onRecord: OnRecord): Promise<Wanted[]> {
    if (role.role !== 'MINISTRY' && role.role !== 'AUTHORITY') return [];
    const all = service === undefined ? await everybody(role, onRecord) : await servicesNamed(service, onRecord);
    const theirs = role.role === 'MINISTRY' ? all : all.filter(({ tenantId: id }) => id === role.tenantId);
    return theirs.toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
  }

  async function servicesNamed(name: string, { services }: OnRecord): Promise<Wanted[]> {
    const ids = [name, ...(services.find(({ id }) => id === name)?.hubServices ?? [])];
    const found = await Promise.all([...new Set(ids)].map(async (id) => tenants.service(serviceId.parse(id))));
    return found.filter((each) => each !== undefined);
  }

  /** The ministry is told of the authorities that are on record as organisations. */
  async function everybody(role: ProgrammeRole, { organisations }: OnRecord): Promise<Wanted[]> {
    if (role.role === 'AUTHORITY') return [{ tenantId: role.tenantId }];
    const ids = organisations.flatMap((each) => tenantId.safeParse(each.tenantId ?? each.id).data ?? []);
    const found = await Promise.all([...new Set(ids)].map(async (id) => tenants.authority(id)));
    return found.flatMap((each) => (each ? [{ tenantId: each.tenantId }] : []));
  }
}

function makeReadRecord({ rows, clock }: Pick<ShowTrafficPorts, 'rows' | 'clock'>): () => Promise<OnRecord> {
  return async () => {
    const now = clock();
    const [services, plans, organisations, tariffs, calendars] = await Promise.all([
      rows.asOf('services', now),
      rows.asOf('plans', now),
      rows.asOf('organisations', now),
      rows.asOf('tariffs', now),
      rows.asOf(CALENDAR.kind, now),
    ]);
    const calendar = calendarIn(calendars[0]);
    const prices = tariffs.map((row) => asRow(KINDS.tariffs, row));
    return {
      services: services.map((row) => asRow(KINDS.services, row)),
      plans: plans.map((row) => asRow(KINDS.plans, row)),
      organisations: organisations.map((row) => asRow(KINDS.organisations, row)),
      calendar,
      unitCostsOf: (month) => unitCostsOn(prices, calendar.unitCosts, firstDayOf(month)),
    };
  };
}
