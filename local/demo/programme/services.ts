import { AUTHORITIES, type Authority } from '#local/demo/programme/organisations';
import type { Days, ImportRow } from '#local/demo/programme/rows';

type Service = ImportRow<'services'>;
type Status = 'IN_USE' | 'IN_DEVELOPMENT';

/** One of many solutions that give the published figures of the round (domain.md 4.4): services, groups, status. */
const BLOCKS: readonly (readonly [number, readonly ('PERSON' | 'BUSINESS')[], Status])[] = [
  [46, ['BUSINESS'], 'IN_USE'],
  [28, ['PERSON'], 'IN_USE'],
  [76, ['PERSON', 'BUSINESS'], 'IN_USE'],
  [32, ['BUSINESS'], 'IN_DEVELOPMENT'],
  [33, ['PERSON'], 'IN_DEVELOPMENT'],
  [9, ['PERSON', 'BUSINESS'], 'IN_DEVELOPMENT'],
];

/** Services that have no page of their own: programs use them. */
const BY_INTERFACE_ONLY = 20;

const FORMS = [
  'lupahakemus|tillståndsansökan',
  'ilmoitus toiminnasta|anmälan om verksamhet',
  'rekisteriin merkitseminen|registrering',
  'tukihakemus|ansökan om stöd',
  'vuosiraportti|årsrapport',
  'todistuksen tilaus|beställning av intyg',
  'muutosilmoitus|ändringsanmälan',
] as const;

const BUILDING = [
  'rakennuslupa, pientalo|bygglov, småhus',
  'rakennuslupa, tuotantotila|bygglov, produktionsbyggnad',
  'toimenpidelupa|åtgärdstillstånd',
  'purkamislupa|rivningslov',
  'aloitusilmoitus|anmälan om påbörjande',
  'loppukatselmuksen tilaus|beställning av slutsyn',
  'poikkeamislupa|undantagslov',
] as const;

const BUSINESS_EVENTS = ['starting-a-business', 'permits', 'hiring', 'closing-a-business'];
const LIFE_EVENTS = ['moving', 'housing', 'unemployment', 'retirement'];
const GUIDANCE = [['CHAT', 'PHONE'], ['PHONE'], ['EMAIL', 'WEB_FORM'], ['CHATBOT', 'CHAT', 'PHONE']] as const;

/** The services of the round, each authority's in turn, and those by interface only. */
export function services({ day }: Days, roundId: string): readonly Service[] {
  const described = BLOCKS.flatMap(([many, groups, status]) =>
    Array.from({ length: many }, () => ({ groups, status })),
  );
  const round = described.map(({ groups, status }, at) => ({
    ...serviceAt(at, { day, roundId }),
    offerings: groups.map((targetGroup, place) => offeringOf(targetGroup, status, { at: at + place, day })),
    lifeEvents: groups.includes('PERSON') ? [pick(LIFE_EVENTS, at)] : [],
    businessEvents: groups.includes('BUSINESS') ? [pick(BUSINESS_EVENTS, at)] : [],
  }));
  const byInterface = Array.from({ length: BY_INTERFACE_ONLY }, (_, at) => ({
    ...serviceAt(described.length + at, { day, roundId }),
    hasApi: true,
    apiOnly: true,
    offerings: [offeringOf('BUSINESS', 'IN_USE', { at, day })],
    businessEvents: [pick(BUSINESS_EVENTS, at)],
  }));
  return [...round, ...byInterface];
}

/** The decision of each management to bring its services along. */
export function decisions({ day }: Days, all: readonly Service[]): readonly ImportRow<'management-decisions'>[] {
  return AUTHORITIES.map(({ id }, at) => ({
    id: `paatos-${id}`,
    organisationId: id,
    services: all.filter(({ organisationId }) => organisationId === id).map((each) => each.id),
    date: day(`2019-02-${String(1 + (at % 28)).padStart(2, '0')}`),
    diaryReference: `${id.toUpperCase()}/${100 + at}/2019`,
    decisionMakerTitle: pick(['Pääjohtaja', 'Ylijohtaja', 'Kaupunginjohtaja'], at),
  }));
}

interface Place {
  readonly day: Days['day'];
  readonly roundId: string;
}

function serviceAt(at: number, { day, roundId }: Place): Omit<Service, 'offerings'> {
  const authority = pick(AUTHORITIES, at);
  const turn = Math.floor(at / AUTHORITIES.length);
  return {
    id: `${authority.id}-${turn + 1}`,
    organisationId: authority.id,
    names: namesOf(authority, turn),
    type: at % 37 === 0 ? 'BOT' : 'E_SERVICE',
    ...(authority.isMunicipality ? { buildingPermits: true } : {}),
    ...(at % 8 === 3 ? {} : { ptvId: ptvIdOf(at) }),
    address: `https://palvelut.${authority.id}.example.fi/${turn + 1}`,
    languages: at % 11 === 5 ? ['fi'] : ['fi', 'sv'],
    guidanceChannels: [...pick(GUIDANCE, at)],
    alternativeChannels: at % 2 === 0 ? ['DESK', 'PHONE'] : ['POST'],
    suomiFiMessagesAdopted: at % 3 === 0,
    onBehalfSupported: at % 4 === 0,
    accessibility: pick(['COMPLIANT', 'PARTLY', 'NOT_ASSESSED'] as const, at),
    criteria: { K1: { result: 'MET' }, K4: { result: at % 2 === 0 ? 'MET' : 'NOT_MET' } },
    proposedAt: day(at % 5 === 0 ? '2019-01-31' : '2019-03-20'),
    ...(at < 112 && at % 2 === 0 ? { predecessorRoadmap2017Id: `2017-${at + 1}` } : {}),
    surveyRounds: [roundId],
  };
}

/** Every tenth service has no Swedish name. */
function namesOf({ matter, isMunicipality }: Authority, turn: number): Service['names'] {
  const [fi = '', sv = ''] = pick(isMunicipality ? BUILDING : FORMS, turn).split('|');
  const hasSwedish = (matter.fi.length + turn) % 10 !== 0;
  return { fi: `${matter.fi}: ${fi}`, ...(hasSwedish ? { sv: `${matter.sv}: ${sv}` } : {}) };
}

interface OfferingPlace {
  readonly at: number;
  readonly day: Days['day'];
}

function offeringOf(targetGroup: 'PERSON' | 'BUSINESS', status: Status, { at, day }: OfferingPlace) {
  const availableFrom = status === 'IN_USE' ? undefined : day(pick(['2020-06-30', '2021-03-31', '2021-12-31'], at));
  return {
    targetGroup,
    status,
    digitalDegree: status === 'IN_USE' ? 60 + (at % 5) * 10 : 0,
    ...(availableFrom === undefined ? {} : { availableFrom }),
  };
}

function ptvIdOf(at: number): string {
  return `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
}

export function pick<T>(all: readonly T[], at: number): T {
  const one = all[at % all.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
