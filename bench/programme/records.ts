import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { supportProvider } from '#shared/domain/digital-support/registry/provider';
import { countedNeed } from '#shared/domain/digital-support/unmet-need';
import type { Kind } from '#shared/domain/programme/kinds';
import type { Row } from '#shared/domain/programme/row';
import { type ServiceMonth, type StatuteMonth, serviceMonth, statuteMonth } from '#shared/domain/traffic/service-month';
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

/** Providers of digital support, and what was looked for in vain in a quarter. */
export function supportOf({ authorities }: ProgrammeSize, enteredAt: Instant): SupportRecords {
  const providers = each(authorities, (i) => ({
    ...supportProvider.parse({
      names: named('Kirjasto', i),
      sector: 'LIBRARY',
      forms: ['DEVICE_TRAINING'],
      languages: i % 2 === 0 ? ['fi', 'sv'] : ['fi'],
      targetGroups: ['PERSON'],
      area: { municipalities: [municipality(i)] },
      appointment: 'NOT_NEEDED',
      contact: { phone: '09 1234567' },
      free: true,
    }),
    id: `tuottaja-${i}`,
    version: 1,
    enteredAt,
  }));
  const unmetNeeds = each(3 * authorities, (i) =>
    countedNeed.parse({ municipality: municipality(i % authorities), month: `2020-0${4 + (i % 3)}`, count: i % 20 }),
  );
  return { ...NOTHING_ELSE, providers, unmetNeeds };
}

const NOTHING_ELSE = {
  terms: [],
  centres: [],
  regionNeeds: [],
  memberships: [],
  pilots: [],
  contacts: [],
  trainings: [],
  materials: [],
  topics: new Map<string, number>(),
} as const;

/** Months of a year before a day, of every service: the deliveries spread evenly, the electronic share growing. */
export function trafficUntil({ services, deliveriesPerYear }: ProgrammeSize, day: CalendarDate): ServiceMonth[] {
  const deliveries = Math.round(deliveriesPerYear / services / 12);
  return monthsUntil(day).flatMap((month, back) =>
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

/** What statutes were cited for a paper notice in a year before a day, by service and month. */
export function statutesUntil({ services }: ProgrammeSize, day: CalendarDate): StatuteMonth[] {
  return monthsUntil(day).flatMap((month) =>
    each(services >> 4, (i) =>
      statuteMonth.parse({
        tenantId: 'tenant',
        serviceId: `hub-${i}`,
        month,
        statute: `${100 + (i % 40)}/2003`,
        hits: 10,
      }),
    ),
  );
}

function monthsUntil(day: CalendarDate): string[] {
  return each(12, (back) => addMonths(calendarDate.parse(`${day.slice(0, 7)}-01`), -back).slice(0, 7));
}

function each<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

const authority = (i: number) => `viranomainen-${i}`;
const municipality = (i: number) => String(i % 900).padStart(3, '0');
const service = (i: number) => `palvelu-${i}`;
const named = (name: string, i: number) => ({ fi: `${name} ${i}`, sv: `${name} ${i} (sv)` });
