import { type Report, report } from '#shared/domain/programme/report';

const head = { asOf: '2020-06-30', createdAt: '2020-07-01T03:00:00.000Z', receivers: [{ type: 'ministry' }] };

const PLAN_STATES = {
  MISSING: { fi: 'Puuttuu', sv: 'Saknas' },
  DRAFT: { fi: 'Luonnos', sv: 'Utkast' },
  SUBMITTED: { fi: 'Toimitettu', sv: 'Inlämnad' },
  ACCEPTED: { fi: 'Hyväksytty' },
};

const LIGHTS = {
  RED: { fi: 'Punainen', sv: 'Röd' },
  AMBER: { fi: 'Keltainen', sv: 'Gul' },
  GREEN: { fi: 'Vihreä', sv: 'Grön' },
};

const NAMES = ['Verohallinto', 'Maanmittauslaitos', 'Liikenne- ja viestintävirasto', 'Hartolan kunta', 'Inarin kunta'];

const months = Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`);

/** A follow-up as the ministry gets it: every kind of chart and of column, and words that lack Swedish. */
export function followUp(authorities = 12): Report {
  return report.parse({
    ...head,
    id: 'R1-2020-07',
    kind: 'R1',
    period: '2020-07',
    title: { fi: 'Siirtymän seuranta, heinäkuu 2020', sv: 'Uppföljning av övergången, juli 2020' },
    summary: {
      fi: 'Suunnitelman on toimittanut 29 viranomaista 40:stä. Kuusi on myöhässä.',
      sv: '29 av 40 myndigheter har lämnat in sin plan. Sex är försenade.',
    },
    sections: [plansByState(), plansByBranch(), electronicShare(), authorityList(authorities)],
  });
}

function plansByState() {
  return {
    id: 'plansByState',
    heading: { fi: 'Suunnitelmat tilan mukaan', sv: 'Planer efter tillstånd' },
    notes: [
      {
        fi: 'Määräaika oli 30.6.2020. Luvut ovat viranomaisia.',
        sv: 'Tidsfristen var 30.6.2020. Talen är myndigheter.',
      },
    ],
    table: {
      columns: [
        { id: 'state', heading: { fi: 'Tila', sv: 'Tillstånd' }, type: 'code', codes: PLAN_STATES },
        { id: 'authorities', heading: { fi: 'Viranomaisia', sv: 'Myndigheter' }, type: 'number' },
        { id: 'share', heading: { fi: 'Osuus', sv: 'Andel' }, type: 'percent' },
      ],
      rows: [
        { state: 'MISSING', authorities: 6, share: 15 },
        { state: 'DRAFT', authorities: 5, share: 12.5 },
        { state: 'SUBMITTED', authorities: 21, share: 52.5 },
        { state: 'ACCEPTED', authorities: 8, share: 20 },
      ],
    },
    chart: { form: 'bars', label: 'state', series: ['authorities'] },
  };
}

function plansByBranch() {
  const rows: readonly (readonly [string, number, number, number | string | null])[] = [
    ['Valtiovarainministeriön hallinnonala', 9, 2, 1],
    ['Liikenne- ja viestintäministeriön hallinnonala', 3, 4, '<5'],
    ['Kunnat', 11, 6, 4],
    ['Maakuntien liitot', 1, 0, null],
  ];
  return {
    id: 'lightsByBranch',
    heading: { fi: 'Viranomaiset hallinnonaloittain', sv: 'Myndigheter efter förvaltningsområde' },
    table: {
      columns: [
        { id: 'branch', heading: { fi: 'Hallinnonala', sv: 'Förvaltningsområde' }, type: 'text' },
        { id: 'green', heading: LIGHTS.GREEN, type: 'number' },
        { id: 'amber', heading: LIGHTS.AMBER, type: 'number' },
        { id: 'red', heading: LIGHTS.RED, type: 'number' },
      ],
      rows: rows.map(([branch, green, amber, red]) => ({ branch, green, amber, red })),
    },
    chart: { form: 'stacked', label: 'branch', series: ['green', 'amber', 'red'] },
  };
}

function electronicShare() {
  return {
    id: 'electronicShare',
    heading: { fi: 'Sähköinen osuus kuukausittain', sv: 'Elektronisk andel per månad' },
    table: {
      columns: [
        { id: 'month', heading: { fi: 'Kuukausi', sv: 'Månad' }, type: 'period' },
        { id: 'electronic', heading: { fi: 'Sähköisesti', sv: 'Elektroniskt' }, type: 'percent' },
        { id: 'paper', heading: { fi: 'Paperilla', sv: 'På papper' }, type: 'percent' },
      ],
      rows: months.map((month, i) => ({
        month,
        electronic: i === 4 ? null : 41.5 + i * 3.1,
        paper: i === 4 ? null : 58.5 - i * 3.1,
      })),
    },
    chart: { form: 'line', label: 'month', series: ['electronic', 'paper'] },
  };
}

/** @param count of rows */
function authorityList(count: number) {
  const lights = ['RED', 'AMBER', 'GREEN'] as const;
  return {
    id: 'authorities',
    heading: { fi: 'Viranomaiset', sv: 'Myndigheter' },
    table: {
      columns: [
        { id: 'authority', heading: { fi: 'Viranomainen', sv: 'Myndighet' }, type: 'texts' },
        { id: 'light', heading: { fi: 'Arvio', sv: 'Bedömning' }, type: 'code', codes: LIGHTS },
        { id: 'due', heading: { fi: 'Määräaika' }, type: 'date' },
        { id: 'late', heading: { fi: 'Myöhässä', sv: 'Försenad' }, type: 'boolean' },
        { id: 'messages', heading: { fi: 'Viestejä vuodessa', sv: 'Meddelanden per år' }, type: 'number' },
        { id: 'cost', heading: { fi: 'Postikulut', sv: 'Portokostnader' }, type: 'money' },
        { id: 'plan', heading: { fi: 'Suunnitelma', sv: 'Plan' }, type: 'link' },
      ],
      rows: Array.from({ length: count }, (_, i) => ({
        authority:
          i % 3 === 0
            ? { fi: `${NAMES[i % 5]} ${i + 1}`, sv: `Myndighet ${i + 1}` }
            : { fi: `${NAMES[i % 5]} ${i + 1}` },
        light: lights[i % 3] ?? null,
        due: '2020-06-30',
        late: i % 3 === 0,
        messages: i % 4 === 0 ? '<5' : 1234 * (i + 1),
        cost: i % 5 === 0 ? null : 98765 * (i + 1),
        plan: `https://www.suomi.example/suunnitelmat/${i + 1}`,
      })),
    },
  };
}

/** A report of a period in which nothing happened. */
export function emptyReport(): Report {
  return report.parse({
    ...head,
    id: 'R7-2020-Q2',
    kind: 'R7',
    period: '2020-Q2',
    title: { fi: 'Poikkeukset', sv: 'Undantag' },
    summary: { fi: 'Poikkeuksia ei ole.', sv: 'Det finns inga undantag.' },
    sections: [{ ...plansByState(), id: 'exceptions', table: { ...plansByState().table, rows: [] } }],
  });
}
