import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { type FieldsOf, KINDS } from '#shared/domain/programme/kinds';
import type { Programme } from '#shared/domain/programme/programme';
import type { Row } from '#shared/domain/programme/row';
import { instant } from '#shared/kernel/time';
import { NO_ROWS } from '#test/builders/programme-rows';

const enteredAt = instant.parse('2019-02-01T08:00:00.000Z');
const base = { version: 1, enteredAt };

const organisation = (id: string, fields: object): Row<FieldsOf<'organisations'>> => ({
  ...KINDS.organisations.parse(fields),
  ...base,
  id,
});

const service = (id: string, fields: object): Row<FieldsOf<'services'>> => ({
  ...KINDS.services.parse({ managementDecision: { date: '2019-01-15' }, ...fields }),
  ...base,
  id,
});

/** VRK becomes DVV on 1.1.2020. */
export const ORGANISATIONS = [
  organisation('vrk', {
    names: { fi: 'Väestörekisterikeskus', sv: 'Befolkningsregistercentralen' },
    type: 'STATE',
    validTo: '2019-12-31',
  }),
  organisation('dvv', {
    names: { fi: 'Digi- ja väestötietovirasto', sv: 'Myndigheten för digitalisering och befolkningsdata' },
    type: 'STATE',
    validFrom: '2020-01-01',
    successorOf: ['vrk'],
  }),
  organisation('vero', {
    names: { fi: 'Verohallinto', sv: 'Skatteförvaltningen', en: 'Tax Administration' },
    type: 'STATE',
  }),
  organisation('hartola', { names: { fi: 'Hartolan kunta' }, type: 'MUNICIPALITY', population: 2700 }),
];

const BUSINESS_IN_USE = { targetGroup: 'BUSINESS', status: 'IN_USE' };

export const SERVICES = [
  service('planned', {
    organisationId: 'hartola',
    names: { fi: 'Ajan varaaminen' },
    offerings: [{ targetGroup: 'PERSON', status: 'PLANNED', availableFrom: 2024 }],
    lifeEvents: ['moving'],
  }),
  service('building-permits', {
    organisationId: 'hartola',
    names: { fi: 'Rakennusluvan hakeminen' },
    address: 'https://www.lupapiste.example/',
    offerings: [BUSINESS_IN_USE, { targetGroup: 'PERSON', status: 'IN_DEVELOPMENT', availableFrom: '2021-03-01' }],
    businessEvents: ['construction'],
    lifeEvents: ['housing'],
    alternativeChannels: ['DESK', 'POST'],
    ptvId: '6f1c8a52-9a4e-4c8e-9f37-0c5f3c8b7a11',
  }),
  service('vat', {
    organisationId: 'vero',
    coOwners: ['dvv'],
    names: { fi: 'Arvonlisäveron ilmoittaminen', sv: 'Anmälan om mervärdesskatt', en: 'Reporting value added tax' },
    address: 'https://www.vero.example/omavero',
    hasApi: true,
    offerings: [BUSINESS_IN_USE, { targetGroup: 'PERSON', status: 'RETIRED' }],
    businessEvents: ['business-taxation', 'own-code'],
  }),
  service('moves', {
    organisationId: 'vrk',
    names: { fi: 'Muuttoilmoitus', sv: 'Flyttanmälan' },
    offerings: [{ targetGroup: 'PERSON', status: 'IN_USE' }],
    lifeEvents: ['moving'],
  }),
  service('site', {
    organisationId: 'vero',
    names: { fi: 'Tietosivusto' },
    type: 'INFORMATION',
    offerings: [BUSINESS_IN_USE],
  }),
  service('old', {
    organisationId: 'vero',
    names: { fi: 'Vanha palvelu' },
    offerings: [{ targetGroup: 'BUSINESS', status: 'RETIRED' }],
  }),
];

/** A programme with these registers and no others. */
export function programmeOf(
  rows: Partial<Programme['rows']> = { organisations: ORGANISATIONS, services: SERVICES },
): Programme {
  return { calendar: CALENDAR_2019, rows: { ...NO_ROWS, ...rows }, planSteps: new Map() };
}

/** Many services of many authorities. */
export function wideProgramme(services: number): Programme {
  const authorities = Array.from({ length: 400 }, (_, i) =>
    organisation(`authority-${i}`, {
      names: { fi: `Viranomainen numero ${i}`, sv: `Myndighet nummer ${i}` },
      type: 'STATE',
    }),
  );
  const [, permits] = SERVICES;
  return programmeOf({
    organisations: authorities,
    services: Array.from({ length: services }, (_, i) => ({
      ...service(`service-${i}`, { ...permits, names: { fi: `Palvelu numero ${i} pitkällä nimellä varustettuna` } }),
      organisationId: `authority-${i % 400}`,
    })),
  });
}
