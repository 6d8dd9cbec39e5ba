import { AUTHORITIES } from '#local/demo/programme/organisations';
import { type Days, type ImportRow, everyNth } from '#local/demo/programme/rows';
import { pick } from '#local/demo/programme/services';

/** Fees by channel and what a transaction costs; one is the wrong way round. */
export function pricingTiers(all: readonly ImportRow<'services'>[]): readonly ImportRow<'pricing-tiers'>[] {
  return everyNth(all, 20).flatMap(({ id }, at) => {
    const fee = 20 + at;
    const tiers = [
      ['ELECTRONIC', at === 5 ? fee + 5 : fee, fee + 6],
      ['PAPER', at === 5 ? 0 : fee + 8, fee + 18],
      ['VISIT', at === 2 ? fee + 30 : fee + 10, fee + 26],
      ['PHONE', fee + 6, fee + 14],
    ] as const;
    return tiers.map(([channel, euros, cost]) => ({
      id: `hinta-${id}-${channel.toLowerCase()}`,
      serviceId: id,
      channel,
      fee: euros,
      fullCost: cost,
      decree: '1234/2018',
      processingDays: pick([7, 14, 30], at),
    }));
  });
}

export function mobileApps(): readonly ImportRow<'mobile-apps'>[] {
  return AUTHORITIES.slice(3, 9).map(({ id, names }, at) => ({
    id: `sovellus-${id}`,
    organisationId: pick(AUTHORITIES, 3 + (at % 4)).id,
    appId: `fi.example.${id}`,
    name: names.fi,
    purpose: pick(['TRANSACTION', 'INFO', 'LICENCE'] as const, at),
  }));
}

export function circulars({ day }: Days): readonly ImportRow<'circulars'>[] {
  const audience = AUTHORITIES.map(({ id }) => id);
  const sentAt = `${day('2020-03-02')}T07:00:00.000Z`;
  return [
    {
      id: 'kirje-1',
      issuer: 'vm',
      names: { fi: 'Siirtymäsuunnitelmien laatiminen', sv: 'Att göra upp övergångsplaner' },
      audience,
      sentAt,
      deliveries: audience.map((organisationId, at) => ({
        organisationId,
        state: at % 13 === 12 ? 'FAILED' : pick(['READ', 'DELIVERED'] as const, at),
        on: day('2020-03-02'),
      })),
      attachment: 'https://vm.example.fi/ohje.pdf',
    },
    {
      id: 'kirje-2',
      issuer: 'tem',
      names: { fi: 'Ohje hallinnonalan virastoille', sv: 'Anvisning till förvaltningsområdets ämbetsverk' },
      audience: AUTHORITIES.filter(({ branch }) => branch === 'tem').map(({ id }) => id),
      cascadeOf: 'kirje-1',
    },
  ];
}

const PRIORITIES = [
  ['SERVICE_DEVELOPMENT', 'Digipalvelut ensisijaisiksi|Digitala tjänster i första hand'],
  ['DIGITAL_SUPPORT', 'Digituki kaikille|Digitalt stöd för alla'],
  ['ACT_IMPLEMENTATION', 'Laatu ja saavutettavuus|Kvalitet och tillgänglighet'],
  ['LIGHTER_BURDEN', 'Lainsäädännön esteet pois|Lagstiftningens hinder bort'],
] as const;

/** The four priorities of a year, and an event of the network. */
export function programmeItems({ day, year }: Days): readonly ImportRow<'programme-items'>[] {
  return [
    ...PRIORITIES.map(([priority, text], at) => {
      const [fi = '', sv = ''] = text.split('|');
      return { id: `painopiste-${at + 1}`, year: year(2020), kind: 'PRIORITY' as const, priority, names: { fi, sv } };
    }),
    {
      id: 'verkosto-1',
      year: year(2020),
      kind: 'EVENT',
      priority: 'SERVICE_DEVELOPMENT',
      names: { fi: 'Verkostotapaaminen', sv: 'Nätverksmöte' },
      on: day('2020-04-15'),
      state: 'OPEN',
    },
  ];
}

export function dependencies({ day }: Days): readonly ImportRow<'dependencies'>[] {
  return [
    {
      id: 'valtuudet',
      names: { fi: 'Valtuuksien yritystoiminnot', sv: 'Fullmakternas företagsfunktioner' },
      owner: 'dvv',
      date: day('2020-11-30'),
      state: 'IN_DEVELOPMENT',
    },
    {
      id: 'vtj-sahkoposti',
      names: { fi: 'Sähköpostiosoite väestötietojärjestelmään', sv: 'E-postadress i befolkningsdatasystemet' },
      owner: 'dvv',
      date: day('2021-06-30'),
      state: 'PLANNED',
    },
  ];
}

export function followUps(): readonly ImportRow<'follow-ups'>[] {
  return AUTHORITIES.slice(-4).map(({ id }) => ({
    id: `seuranta-${id}`,
    organisationId: id,
    period: 'kevät',
    ministryNote: 'Suunnitelma puuttuu.',
    measure: 'Tapaaminen johdon kanssa.',
  }));
}
