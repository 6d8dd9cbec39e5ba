import type { Kind } from '#shared/domain/programme/kinds';
import type { Row } from '#shared/domain/programme/row';
import { type ServiceMonth, serviceMonth } from '#shared/domain/traffic/service-month';
import { addMonths } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, calendarDate } from '#shared/kernel/time';

/** How large the programme is, and how much mail its services send in a year. */
export interface ProgrammeSize {
  readonly authorities: number;
  readonly services: number;
  readonly deliveriesPerYear: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** Rows as a table gives them: made when they are asked for, so that they take no more room than rows that are read. */
export function rowsOf(kind: string, size: ProgrammeSize, enteredAt: Instant): Row[] {
  const make = isMade(kind) ? MADE[kind] : undefined;
  const rows = make ? make(size) : [];
  return rows.map((row, i) => ({ id: `${kind}-${i}`, ...row, version: 1, enteredAt }));
}

const MADE = {
  organisations: ({ authorities }) => [
    { id: 'vm', names: named('Ministeriö', 0), type: 'STATE', roles: ['MINISTRY'] },
    ...each(authorities, (i) => ({
      id: authority(i),
      names: named('Viranomainen', i),
      type: i % 4 === 0 ? 'STATE' : 'MUNICIPALITY',
      population: 2000 + 500 * i,
      ministryBranch: 'vm',
      ownData: i % 3 === 0 ? undefined : { requestUrl: 'https://example.fi/tiedot', instructions: named('Ohje', i) },
    })),
  ],
  services: (size) =>
    each(size.services, (i) => ({
      id: service(i),
      organisationId: authority(i % size.authorities),
      names: named('Palvelu', i),
      offerings: [
        { targetGroup: 'BUSINESS', status: i % 3 === 0 ? 'IN_DEVELOPMENT' : 'IN_USE', targetDate: '2021-12-31' },
        ...(i % 2 === 0 ? [{ targetGroup: 'PERSON', status: 'IN_USE' }] : []),
      ],
      businessEvents: ['starting', 'employing'],
      guidanceChannels: i % 5 === 0 ? ['EMAIL'] : ['PHONE', 'EMAIL'],
      proposedAt: '2019-03-20',
      criteria: { K1: { result: 'MET' } },
      managementDecision: { date: '2019-01-15' },
      hubServices: [`hub-${i}`],
    })),
  volumes: ({ services }) =>
    each(services, (i) => ({
      serviceId: service(i),
      year: 2019,
      total: 1000,
      split: { electronic: 810, paper: 90, visit: 60, phone: 40 },
    })),
  'pricing-tiers': ({ services }) =>
    each(services, (i) => ({
      serviceId: service(i >> 1),
      channel: i % 2 === 0 ? 'ELECTRONIC' : 'PAPER',
      fee: i % 2 === 0 ? 8 : 10,
      fullCost: i % 10 === 0 ? 7 : 12,
    })),
  plans: ({ authorities, services }) =>
    each(authorities, (i) => ({
      organisationId: authority(i),
      offerings: each(Math.floor(services / authorities), (n) => ({
        serviceId: service(i + n * authorities),
        targetGroup: 'BUSINESS',
        targetDate: '2021-12-31',
      })),
      milestones: [{ text: 'Välitavoite', due: '2020-06-15' }],
      legislationObstacles: 'NONE',
    })),
  actions: ({ authorities }) =>
    each(authorities * 5, (i) => ({ planId: `plans-${i % authorities}`, text: `Toimi ${i}`, due: '2020-06-01' })),
} satisfies Partial<Record<Kind, (size: ProgrammeSize) => Raw[]>>;

function isMade(kind: string): kind is keyof typeof MADE {
  return kind in MADE;
}

/** Months of a year before a day, of every service: the deliveries spread evenly, the electronic share growing. */
export function trafficUntil({ services, deliveriesPerYear }: ProgrammeSize, day: CalendarDate): ServiceMonth[] {
  const deliveries = Math.round(deliveriesPerYear / services / 12);
  return each(12, (back) => addMonths(calendarDate.parse(`${day.slice(0, 7)}-01`), -back).slice(0, 7)).flatMap(
    (month, back) =>
      each(services, (i) => {
        const electronic = Math.round(deliveries * (0.8 - back * 0.02));
        const letter = deliveries - electronic;
        const counts = { deliveries, electronic, letter, withConsent: electronic, paperNoConsent: letter, fallback: 1 };
        return serviceMonth.parse({
          tenantId: 'tenant',
          serviceId: `hub-${i}`,
          month,
          group: i % 2 === 0 ? 'PERSON' : 'BUSINESS',
          counts,
        });
      }),
  );
}

function each<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

const authority = (i: number) => `viranomainen-${i}`;
const service = (i: number) => `palvelu-${i}`;
const named = (name: string, i: number) => ({ fi: `${name} ${i}`, sv: `${name} ${i} (sv)` });
