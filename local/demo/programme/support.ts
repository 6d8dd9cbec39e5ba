import type * as z from 'zod/mini';
import type { SUPPORT_KINDS, SupportKind } from '#shared/domain/digital-support/kinds';

/** Rows by their registers: the body of an import of digital support. */
export type SupportBody = {
  readonly [K in SupportKind]?: readonly (z.input<(typeof SUPPORT_KINDS)[K]> & { readonly id: string })[];
};

/** Code, names, region, postcode, latitude, longitude. */
const CENTRES = [
  ['091', 'Helsinki|Helsingfors', '01', '00100', 60.17, 24.94],
  ['853', 'Turku|Åbo', '02', '20100', 60.45, 22.27],
  ['837', 'Tampere|Tammerfors', '06', '33100', 61.5, 23.76],
  ['297', 'Kuopio|Kuopio', '11', '70100', 62.89, 27.68],
  ['905', 'Vaasa|Vasa', '15', '65100', 63.1, 21.62],
  ['564', 'Oulu|Uleåborg', '17', '90100', 65.01, 25.47],
  ['698', 'Rovaniemi|Rovaniemi', '19', '96100', 66.5, 25.73],
  ['148', 'Inari|Enare', '19', '99870', 68.91, 27.03],
  ['890', 'Utsjoki|Utsjoki', '19', '99980', 69.91, 27.03],
] as const;

/** Invented. Id, names, sector, municipality (none: the whole country), forms, group. */
const PROVIDERS = [
  ['kirjasto-helsinki', 'Keskuskirjasto|Centrumbiblioteket', 'LIBRARY', '091', ['DEVICE_TRAINING'], 'PERSON'],
  ['kirjasto-turku', 'Jokirannan kirjasto|Åstrandens bibliotek', 'LIBRARY', '853', ['DEVICE_TRAINING'], 'PERSON'],
  ['jarjesto-tampere', 'Verkkotuki ry|Nätstöd rf', 'ASSOCIATION', '837', ['PHONE', 'DEVICE_TRAINING'], 'PERSON'],
  ['opisto-kuopio', 'Kansalaisopisto|Medborgarinstitutet', 'ADULT_EDUCATION', '297', ['DEVICE_TRAINING'], 'PERSON'],
  ['kauppakamari-oulu', 'Yritysneuvonta|Företagsrådgivning', 'COMPANY', '564', ['PHONE'], 'BUSINESS'],
  ['palvelupiste-rovaniemi', 'Palvelupiste|Serviceställe', 'MUNICIPALITY', '698', ['DEVICE_TRAINING'], 'PERSON'],
  ['neuvonta', 'Digineuvonta|Digirådgivning', 'ASSOCIATION', '', ['PHONE', 'CHAT'], 'PERSON'],
] as const;

/** Who gives digital support where, invented but for the municipalities. */
export const SUPPORT: SupportBody = {
  centres: CENTRES.map(([id, names, region, postcode, latitude, longitude]) => ({
    id,
    names: both(names),
    region,
    postcodes: [postcode],
    centre: { latitude, longitude },
  })),
  providers: PROVIDERS.map(([id, names, sector, municipality, forms, group]) => ({
    id,
    names: both(names),
    sector,
    forms: [...forms],
    languages: ['fi', 'sv'],
    targetGroups: [group],
    area: municipality === '' ? { nationwide: true } : { municipalities: [municipality] },
    contact: { phone: '029 123456', webAddress: 'https://digituki.example.fi/' },
  })),
  'region-needs': [
    { id: 'lappi-2020', region: '19', year: 2020, estimate: 12_000, features: 'Pitkät matkat.' },
    { id: 'uusimaa-2020', region: '01', year: 2020, estimate: 85_000 },
    { id: 'pohjois-savo-2020', region: '11', year: 2020, estimate: 21_000 },
  ],
  memberships: [
    { id: 'lappi-palvelupiste', region: '19', providerId: 'palvelupiste-rovaniemi', role: 'COORDINATOR' },
    { id: 'uusimaa-kirjasto', region: '01', providerId: 'kirjasto-helsinki' },
  ],
  pilots: [
    {
      id: 'lappi-pilotti',
      names: both('Digituki kylätalolla|Digistöd i byahuset'),
      region: '19',
      cohort: '2020',
      from: '2020-03-01',
      to: '2020-11-30',
    },
  ],
  'support-contacts': ['01', '03', '05', '07', '09', '11'].flatMap((month, at) => [
    contacts(month, ['01', 'DEVICE_TRAINING', 'HELPED'], 120 + at * 15),
    contacts(month, ['19', 'PHONE', 'HELPED'], 14 + at * 3),
    contacts(month, ['19', 'PHONE', 'REFERRED'], 2 + at),
  ]),
  materials: [
    {
      id: 'opas-1',
      names: both('Digituen käsikirja|Handbok för digitalt stöd'),
      languages: ['fi', 'sv'],
      link: 'https://digituki.example.fi/opas',
    },
  ],
  trainings: [
    {
      id: 'koulutus-1',
      names: both('Vertaistukijan peruskurssi|Grundkurs för stödpersoner'),
      date: '2020-02-18',
      region: '01',
      participants: 24,
    },
    {
      id: 'koulutus-2',
      names: both('Asiakaspalvelun digituki|Digitalt stöd i kundservice'),
      date: '2020-09-22',
      audience: 'CUSTOMER_SERVICE',
      organisationId: 'kuusilahti',
      participants: 12,
    },
  ],
};

/** What people look for each month: in some places nobody is. */
export const SEARCHES = [
  'municipality=Utsjoki&language=fi&group=OLDER_PEOPLE',
  'postcode=99870&form=DEVICE_TRAINING',
  'municipality=Vasa&language=sv&form=DEVICE_TRAINING',
  'municipality=Helsinki',
  'region=06&language=fi',
] as const;

function contacts(
  month: string,
  [region, form, outcome]: readonly [string, string, 'HELPED' | 'REFERRED'],
  count: number,
) {
  return {
    id: `tuki-${region}-${form.toLowerCase()}-${outcome.toLowerCase()}-${month}`,
    region,
    month: `2020-${month}`,
    form,
    outcome,
    count,
  };
}

function both(text: string): { readonly fi: string; readonly sv: string } {
  const [fi = '', sv = ''] = text.split('|');
  return { fi, sv };
}
