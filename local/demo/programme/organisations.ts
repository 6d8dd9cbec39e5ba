import type { Days, ImportRow } from '#local/demo/programme/rows';

/** An authority of the demonstration, with the matter its services are about. */
export interface Authority {
  readonly id: string;
  readonly names: { readonly fi: string; readonly sv: string };
  readonly matter: { readonly fi: string; readonly sv: string };
  readonly branch: string;
  readonly isMunicipality: boolean;
}

const MINISTRIES = [
  ['vm', 'Valtiovarainministeriö', 'Finansministeriet'],
  ['tem', 'Elinkeinoministeriö', 'Näringsministeriet'],
  ['mmm', 'Luonnonvaraministeriö', 'Naturresursministeriet'],
  ['lvm', 'Liikenneministeriö', 'Trafikministeriet'],
  ['stm', 'Hyvinvointiministeriö', 'Välfärdsministeriet'],
] as const;

/** Invented, but for the one that has a successor. Id, name, matter, branch. */
const AGENCIES = [
  ['vrk', 'Väestörekisterikeskus|Befolkningsregistercentralen', 'Väestötiedot|Befolkningsdata', 'vm'],
  ['vuo', 'Vuokravirasto|Hyresverket', 'Toimitilat|Verksamhetslokaler', 'vm'],
  ['hin', 'Hintavalvontavirasto|Pristillsynsverket', 'Hinnat|Priser', 'vm'],
  ['arv', 'Arvoverovirasto|Värdeskatteverket', 'Arvovero|Värdeskatt', 'vm'],
  ['han', 'Hankintavirasto|Upphandlingsverket', 'Hankinnat|Upphandling', 'vm'],
  ['rah', 'Rahoitusvirasto|Finansieringsverket', 'Yritysrahoitus|Företagsfinansiering', 'tem'],
  ['kek', 'Keksintövirasto|Uppfinningsverket', 'Keksinnöt|Uppfinningar', 'tem'],
  ['mer', 'Merkkivirasto|Märkesverket', 'Tavaramerkit|Varumärken', 'tem'],
  ['vie', 'Vientivirasto|Exportverket', 'Vienti|Export', 'tem'],
  ['tyo', 'Työnvälitysvirasto|Arbetsförmedlingsverket', 'Työnvälitys|Arbetsförmedling', 'tem'],
  ['kil', 'Kilpailuvirasto|Konkurrensverket', 'Kilpailu|Konkurrens', 'tem'],
  ['ene', 'Energialupavirasto|Energitillståndsverket', 'Energia|Energi', 'tem'],
  ['kai', 'Kaivoslupavirasto|Gruvtillståndsverket', 'Kaivokset|Gruvor', 'tem'],
  ['mit', 'Mittausvirasto|Mätningsverket', 'Mittaus|Mätning', 'tem'],
  ['met', 'Metsätalousvirasto|Skogsbruksverket', 'Metsätalous|Skogsbruk', 'mmm'],
  ['ves', 'Vesistövirasto|Vattendragsverket', 'Vesistöt|Vattendrag', 'mmm'],
  ['kal', 'Kalastusvirasto|Fiskeriverket', 'Kalastus|Fiske', 'mmm'],
  ['ela', 'Eläinterveysvirasto|Djurhälsoverket', 'Eläinten terveys|Djurhälsa', 'mmm'],
  ['elv', 'Elintarvikevirasto|Livsmedelsverket', 'Elintarvikkeet|Livsmedel', 'mmm'],
  ['maa', 'Maatilavirasto|Gårdsverket', 'Maatilat|Gårdsbruk', 'mmm'],
  ['kar', 'Kartoitusvirasto|Kartläggningsverket', 'Kiinteistöt|Fastigheter', 'mmm'],
  ['rii', 'Riistavirasto|Viltverket', 'Riista|Vilt', 'mmm'],
  ['tie', 'Tielupavirasto|Vägtillståndsverket', 'Tiet|Vägar', 'lvm'],
  ['rau', 'Rautatievirasto|Järnvägsverket', 'Rautatiet|Järnvägar', 'lvm'],
  ['mek', 'Merenkulkuvirasto|Sjöfartsverket', 'Merenkulku|Sjöfart', 'lvm'],
  ['ilm', 'Ilmailuvirasto|Luftfartsverket', 'Ilmailu|Luftfart', 'lvm'],
  ['vst', 'Viestintälupavirasto|Kommunikationsverket', 'Viestintä|Kommunikation', 'lvm'],
  ['ajo', 'Ajoneuvovirasto|Fordonsverket', 'Ajoneuvot|Fordon', 'lvm'],
  ['laa', 'Lääkelupavirasto|Läkemedelsverket', 'Lääkkeet|Läkemedel', 'stm'],
  ['tyt', 'Työturvallisuusvirasto|Arbetarskyddsverket', 'Työturvallisuus|Arbetarskydd', 'stm'],
  ['kem', 'Kemikaalivirasto|Kemikalieverket', 'Kemikaalit|Kemikalier', 'stm'],
  ['vak', 'Vakuutusvalvontavirasto|Försäkringstillsynsverket', 'Vakuutukset|Försäkringar', 'stm'],
  ['sat', 'Säteilylupavirasto|Strålningsverket', 'Säteily|Strålning', 'stm'],
  ['elk', 'Eläketurvavirasto|Pensionsskyddsverket', 'Eläkkeet|Pensioner', 'stm'],
] as const;

/** Invented. Name and inhabitants. */
const MUNICIPALITIES = [
  ['kuusilahti', 'Kuusilahden kaupunki|Granvikens stad', 61_200],
  ['haapakoski', 'Haapakosken kaupunki|Aspfors stad', 23_800],
  ['niittyranta', 'Niittyrannan kunta|Ängsstrands kommun', 9_400],
  ['saarivesi', 'Saariveden kunta|Öfjärdens kommun', 5_100],
  ['koivuniemi', 'Koivuniemen kunta|Björkuddens kommun', 3_300],
  ['lehtoharju', 'Lehtoharjun kunta|Lundåsens kommun', 1_900],
] as const;

/** The two that send mail through the local hub. */
const TENANTS: Readonly<Record<string, string>> = { kuusilahti: 'esimerkkikaupunki', ves: 'esimerkkivirasto' };

/** The forty authorities whose services stand on the roadmap. */
export const AUTHORITIES: readonly Authority[] = [
  ...AGENCIES.map(([id, name, matter, branch]) => ({
    id,
    names: both(name),
    matter: both(matter),
    branch,
    isMunicipality: false,
  })),
  ...MUNICIPALITIES.map(([id, name]) => ({
    id,
    names: both(name),
    matter: both('Rakentaminen|Byggande'),
    branch: 'vm',
    isMunicipality: true,
  })),
];

/** Everybody who has a part in the programme. Addresses lead nowhere. */
export function organisations({ day }: Days): readonly ImportRow<'organisations'>[] {
  return [
    ...MINISTRIES.map(([id, fi, sv]) => state(id, { fi, sv }, { roles: ['MINISTRY'] })),
    ...AGENCIES.map(([id, name, , branch]) =>
      state(id, both(name), id === 'vrk' ? before(branch, day) : { ministryBranch: branch }),
    ),
    state('dvv', both('Digi- ja väestötietovirasto|Myndigheten för digitalisering och befolkningsdata'), {
      ministryBranch: 'vm',
      roles: ['AUTHORITY', 'NATIONAL_DEVELOPER'],
      validFrom: day('2020-01-01'),
      successorOf: ['vrk'],
    }),
    ...MUNICIPALITIES.map(([id, name, population]) => ({
      ...state(id, both(name), { ministryBranch: 'vm', population, region: 'maakunta-1' }),
      type: 'MUNICIPALITY' as const,
    })),
    other('tiedonkeruu', both('Tiedonkeruu Oy|Datainsamling Ab'), 'COLLECTOR'),
    other('ohjausryhma', both('Ohjelman ohjausryhmä|Programmets styrgrupp'), 'STEERING_GROUP'),
    {
      ...other('maakunta-liitto', both('Järvimaan liitto|Sjölands förbund'), 'REGIONAL_COORDINATOR'),
      type: 'REGIONAL_COUNCIL',
      region: 'maakunta-1',
    },
  ];
}

function before(branch: string, day: Days['day']): Partial<ImportRow<'organisations'>> {
  return { ministryBranch: branch, roles: ['AUTHORITY', 'NATIONAL_DEVELOPER'], validTo: day('2019-12-31') };
}

function state(
  id: string,
  names: Authority['names'],
  more: Partial<ImportRow<'organisations'>>,
): ImportRow<'organisations'> {
  const tenantId = TENANTS[id];
  const contactEmail = `digi@${id}.example.fi`;
  return { id, names, type: 'STATE', contactEmail, ...(tenantId === undefined ? {} : { tenantId }), ...more };
}

function other(
  id: string,
  names: Authority['names'],
  role: 'COLLECTOR' | 'STEERING_GROUP' | 'REGIONAL_COORDINATOR',
): ImportRow<'organisations'> {
  return { id, names, type: 'OTHER', contactEmail: `digi@${id}.example.fi`, roles: [role] };
}

function both(text: string): { readonly fi: string; readonly sv: string } {
  const [fi = '', sv = ''] = text.split('|');
  return { fi, sv };
}
