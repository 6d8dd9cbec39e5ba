import type { Column, ReportContent, Section, Table } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';
import type { Aggregates } from '#shared/domain/survey/aggregates';

/** Figures of a round, and those of the round before where they are on record. */
export interface RoundFigures {
  readonly year: number;
  readonly figures: Aggregates;
  readonly before?: { readonly year: number; readonly figures: Aggregates };
  /** What was told of each service. */
  readonly answers?: Table;
}

type Measure = readonly [id: string, name: Texts, value: (figures: Aggregates) => number | undefined];

const SERVICES: readonly Measure[] = [
  ['services', { fi: 'Palveluja', sv: 'Tjänster' }, (all) => all.services],
  ['businessInUse', { fi: 'Yrityksille, käytössä', sv: 'För företag, i bruk' }, (all) => all.businessInUse],
  [
    'businessInDevelopment',
    { fi: 'Yrityksille, kehitteillä', sv: 'För företag, under utveckling' },
    (all) => all.businessInDevelopment,
  ],
  ['personInUse', { fi: 'Henkilöille, käytössä', sv: 'För personer, i bruk' }, (all) => all.personInUse],
  [
    'personInDevelopment',
    { fi: 'Henkilöille, kehitteillä', sv: 'För personer, under utveckling' },
    (all) => all.personInDevelopment,
  ],
  ['apiOnly', { fi: 'Vain rajapinnan kautta', sv: 'Endast via gränssnitt' }, (all) => all.apiOnly],
  ['inUse', { fi: 'Palveluja käytössä', sv: 'Tjänster i bruk' }, ({ counts }) => counts.inUse],
  [
    'inUseWithTotal',
    { fi: 'Niistä kertonut käyttömäärän', sv: 'Av dem uppgett volym' },
    ({ counts }) => counts.inUseWithTotal,
  ],
  [
    'inUseWithSplit',
    { fi: 'Niistä kertonut kanavat', sv: 'Av dem uppgett kanaler' },
    ({ counts }) => counts.inUseWithSplit,
  ],
];

const TRANSACTIONS: readonly Measure[] = [
  ['transactions', { fi: 'Asiointeja kanavittain', sv: 'Ärenden per kanal' }, ({ counts }) => counts.transactions],
  [
    'electronicTransactions',
    { fi: 'Niistä sähköisesti', sv: 'Av dem elektroniskt' },
    ({ counts }) => counts.electronicTransactions,
  ],
];

const SHARES: readonly Measure[] = [
  ['volumeReported', { fi: 'Käyttömäärän kertoneet', sv: 'Uppgett volym' }, (all) => all.volumeReportedPct],
  ['splitReported', { fi: 'Kanavat kertoneet', sv: 'Uppgett kanaler' }, (all) => all.splitReportedPct],
  [
    'electronicShare',
    { fi: 'Sähköisiä asioinneista', sv: 'Elektroniska av ärendena' },
    (all) => all.electronicSharePct,
  ],
  [
    'unweightedElectronicShare',
    { fi: 'Palvelujen osuuksien keskiarvo', sv: 'Medeltal av tjänsternas andelar' },
    (all) => all.unweightedElectronicSharePct,
  ],
];

/** What a round of the survey says, beside the one before it, by part of the administration, and service by service (R12). */
export function roundReport({ year, figures, before, answers }: RoundFigures): ReportContent {
  const shown = { year, figures, before };
  return {
    title: { fi: `Palvelukysely ${year}`, sv: `Tjänsteenkäten ${year}` },
    summary: summaryOf(year, figures),
    sections: [
      {
        id: 'services',
        heading: { fi: 'Palvelut', sv: 'Tjänster' },
        notes: growthNote(figures),
        ...compared(SERVICES, 'number', shown),
      },
      {
        id: 'transactions',
        heading: { fi: 'Asioinnit', sv: 'Ärenden' },
        ...compared(TRANSACTIONS, 'number', shown),
      },
      {
        id: 'shares',
        heading: { fi: 'Osuudet', sv: 'Andelar' },
        notes: [SHARE_NOTE],
        ...compared(SHARES, 'percent', shown),
      },
      { id: 'administration', heading: { fi: 'Hallinnon osat', sv: 'Förvaltningens delar' }, table: byPart(figures) },
      ...(answers ? [{ id: 'answers', heading: { fi: 'Vastaukset', sv: 'Svaren' }, table: answers }] : []),
    ],
  };
}

const SHARE_NOTE: Texts = {
  fi: 'Sähköinen osuus on laskettu asioinneista, joten paljon käytetty palvelu painaa enemmän kuin vähän käytetty. Kertoneiden osuus on käytössä olevista palveluista.',
  sv: 'Den elektroniska andelen räknas på ärenden, så en tjänst med många ärenden väger mer. Andelen som uppgett något räknas på tjänster i bruk.',
};

function summaryOf(year: number, { authorities, services, electronicSharePct }: Aggregates): Texts {
  const share = electronicSharePct === undefined ? undefined : String(electronicSharePct).replace('.', ',');
  const fi = share === undefined ? '' : ` Asioinneista ${share} % oli sähköisiä.`;
  const sv = share === undefined ? '' : ` Av ärendena var ${share} % elektroniska.`;
  return {
    fi: `Vuoden ${year} kyselyssä ${authorities} viranomaista ilmoitti ${services} palvelua.${fi}`,
    sv: `I enkäten ${year} uppgav ${authorities} myndigheter ${services} tjänster.${sv}`,
  };
}

function growthNote({ growth, counts }: Aggregates): Texts[] {
  if (growth === undefined || counts.previousServices === undefined) return [];
  const times = String(growth).replace('.', ',');
  return [
    {
      fi:
        growth === 1
          ? `Palveluja oli yhtä paljon kuin edellisellä kierroksella (${counts.previousServices}).`
          : `Palveluja oli ${times}-kertaisesti edelliseen kierrokseen (${counts.previousServices}) verrattuna.`,
      sv:
        growth === 1
          ? `Tjänsterna var lika många som i föregående omgång (${counts.previousServices}).`
          : `Tjänsterna var ${times} gånger så många som i föregående omgång (${counts.previousServices}).`,
    },
  ];
}

/** The round beside the one before it, a row and a pair of bars for each measure. */
function compared(
  measures: readonly Measure[],
  type: Column['type'],
  { year, figures, before }: RoundFigures,
): Pick<Section, 'table' | 'chart'> {
  const columns: Column[] = [
    { id: 'measure', heading: { fi: 'Luku', sv: 'Tal' }, type: 'texts' },
    { id: 'value', heading: { fi: String(year), sv: String(year) }, type },
  ];
  if (before) columns.push({ id: 'before', heading: { fi: String(before.year), sv: String(before.year) }, type });
  const rows = measures.map(([, name, value]) => ({
    measure: name,
    value: value(figures) ?? null,
    ...(before ? { before: value(before.figures) ?? null } : {}),
  }));
  const series = columns.slice(1).map(({ id }) => id);
  return { table: { columns, rows }, chart: { form: 'bars', label: 'measure', series } };
}

function byPart({ state, municipal, otherAdministration, authorities: all, services: offered }: Aggregates): Table {
  const parts = [
    [{ fi: 'Valtio', sv: 'Staten' }, state],
    [{ fi: 'Kunnat', sv: 'Kommunerna' }, municipal],
    [{ fi: 'Muut', sv: 'Övriga' }, otherAdministration],
    [
      { fi: 'Yhteensä', sv: 'Totalt' },
      { authorities: all, services: offered },
    ],
  ] as const;
  return {
    columns: [
      { id: 'part', heading: { fi: 'Hallinnon osa', sv: 'Del av förvaltningen' }, type: 'texts' },
      { id: 'authorities', heading: { fi: 'Viranomaisia', sv: 'Myndigheter' }, type: 'number' },
      { id: 'services', heading: { fi: 'Palveluja', sv: 'Tjänster' }, type: 'number' },
    ],
    rows: parts.map(([part, { authorities, services }]) => ({ part, authorities, services })),
  };
}
