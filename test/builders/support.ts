import type { SupportRow } from '#shared/domain/digital-support/kinds';
import { directoryOf } from '#shared/domain/digital-support/directory';
import { NOON } from '#test/builders/messages';

type Part<K extends 'providers' | 'centres' | 'terms'> = Partial<SupportRow<K>>;

const entered = { version: 1, enteredAt: NOON };

/** A library with training for people, in Finnish and Swedish, in the municipalities named. */
export function providerRow(
  id: string,
  municipalities: string[],
  part: Part<'providers'> = {},
): SupportRow<'providers'> {
  return {
    ...entered,
    id,
    names: { fi: `Kirjasto ${id}`, sv: `Bibliotek ${id}` },
    sector: 'LIBRARY',
    forms: ['DEVICE_TRAINING'],
    languages: ['fi', 'sv'],
    targetGroups: ['PERSON'],
    area: { nationwide: false, municipalities, regions: [] },
    appointment: 'NOT_NEEDED',
    contact: { phone: '09 1234567' },
    free: true,
    closed: false,
    ...part,
  };
}

export const NATIONWIDE = { nationwide: true, municipalities: [], regions: [] };

type Municipality = readonly [
  id: string,
  fi: string,
  sv: string,
  region: string,
  postcode: string,
  latitude: number,
  longitude: number,
];

/** Some municipalities with their centres, roughly. */
const MUNICIPALITIES: readonly Municipality[] = [
  ['091', 'Helsinki', 'Helsingfors', '01', '00100', 60.17, 24.94],
  ['049', 'Espoo', 'Esbo', '01', '02770', 60.21, 24.66],
  ['853', 'Turku', 'Åbo', '02', '20100', 60.45, 22.27],
  ['837', 'Tampere', 'Tammerfors', '06', '33100', 61.5, 23.76],
  ['564', 'Oulu', 'Uleåborg', '17', '90100', 65.01, 25.47],
  ['698', 'Rovaniemi', 'Rovaniemi', '19', '96100', 66.5, 25.73],
  ['148', 'Inari', 'Enare', '19', '99800', 68.66, 27.55],
  ['890', 'Utsjoki', 'Utsjoki', '19', '99980', 69.91, 27.03],
];

export const CENTRES: readonly SupportRow<'centres'>[] = MUNICIPALITIES.map(
  ([id, fi, sv, region, postcode, latitude, longitude]) => ({
    ...entered,
    id,
    names: { fi, sv },
    region,
    postcodes: [postcode],
    centre: { latitude, longitude },
  }),
);

export function directoryWith(
  providers: readonly SupportRow<'providers'>[],
  {
    centres = CENTRES,
    terms = [],
  }: { centres?: readonly SupportRow<'centres'>[]; terms?: readonly SupportRow<'terms'>[] } = {},
) {
  return directoryOf({ providers, centres, terms });
}
