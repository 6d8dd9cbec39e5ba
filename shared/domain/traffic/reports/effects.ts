import type { Service } from '#shared/domain/programme/registry/service';
import type { ChannelSplit, Volume } from '#shared/domain/programme/registry/volume';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';
import { percentOf, shareOf, sumOf, toTenth } from '#shared/domain/traffic/figures';
import type { BusinessMonth } from '#shared/domain/traffic/reports/channels';
import { type Words, column, sectionOf, wordsOf } from '#shared/domain/traffic/reports/columns';
import type { CalendarDate } from '#shared/kernel/time';
import { numberText, percentText } from '#shared/kernel/formats';

/** What R9 is made from. */
export interface EffectMaterial {
  /** Last day of the half-year. */
  readonly to: CalendarDate;
  readonly services: readonly Row<Service>[];
  readonly volumes: readonly Row<Volume>[];
  /** Business messages of the half-year, by month in order. */
  readonly months: readonly BusinessMonth[];
}

/**
 * R9: what the transition does to businesses: their paper and desk transactions by size and year, services that are digital
 * only, the hub's own messages to them, and reference values for their need of support.
 *
 * @see REQ-012, REQ-173, REQ-182, REQ-183, REQ-200, domain.md 4.3
 */
export function effectsReport(material: EffectMaterial): ReportContent {
  const volumes = businessVolumes(material);
  const years = yearsOf(volumes);
  const digitalOnly = material.services.filter((each) => isDigitalOnly(each, material.to)).length;
  return {
    title: { fi: 'Vaikutukset yrityksiin', sv: 'Effekter för företag' },
    summary: summaryOf(years, digitalOnly),
    sections: [yearsSection(years), sizesSection(volumes), messagesSection(material.months), supportSection()],
  };
}

/** Volumes with a split, of services to businesses; one that names no group counts where its service has no other. */
function businessVolumes({ volumes, services }: EffectMaterial): readonly Split[] {
  const onlyBusiness = new Set(
    services
      .filter(
        ({ offerings }) => offerings.length > 0 && offerings.every(({ targetGroup }) => targetGroup === 'BUSINESS'),
      )
      .map(({ id }) => id),
  );
  return volumes.flatMap(({ split, total, targetGroup, ...rest }) => {
    const isBusiness = targetGroup === 'BUSINESS' || (targetGroup === undefined && onlyBusiness.has(rest.serviceId));
    const isOfBusiness = isBusiness || (targetGroup === undefined && rest.sizeClass !== undefined);
    return split && total !== undefined && isOfBusiness ? [{ ...rest, split, total }] : [];
  });
}

interface Split extends Pick<Volume, 'serviceId' | 'year' | 'sizeClass'> {
  readonly split: ChannelSplit;
  readonly total: number;
}

interface Sum {
  readonly total: number;
  readonly electronic: number;
  readonly paper: number;
  readonly visit: number;
  readonly phone: number;
}

function sumSplits(volumes: readonly Split[]): Sum {
  const of = (channel: 'electronic' | 'paper' | 'visit' | 'phone') =>
    volumes.reduce((sum, { split }) => sum + split[channel], 0);
  const total = volumes.reduce((sum, each) => sum + each.total, 0);
  return { total, electronic: of('electronic'), paper: of('paper'), visit: of('visit'), phone: of('phone') };
}

interface Year extends Sum {
  readonly year: number;
}

/** A service that tells of a year by size of business and as a whole is counted once, as a whole. */
function yearsOf(volumes: readonly Split[]): readonly Year[] {
  const byYear = Map.groupBy(volumes, ({ year }) => year);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, all]) => {
      const whole = new Set(all.filter(({ sizeClass }) => sizeClass === undefined).map(({ serviceId }) => serviceId));
      return { year, ...sumSplits(all.filter((each) => each.sizeClass === undefined || !whole.has(each.serviceId))) };
    });
}

function summaryOf(years: readonly Year[], digitalOnly: number): Texts {
  const [before, last] = [years.at(-2), years.at(-1)];
  const only: Words = [
    `Vain digitaalisia yrityspalveluja on ${digitalOnly}.`,
    `Antalet företagstjänster som är enbart digitala: ${digitalOnly}.`,
  ];
  if (!last)
    return { fi: `Asiointimääriä ei ole kirjattu. ${only[0]}`, sv: `Inga ärendevolymer har antecknats. ${only[1]}` };
  const now = last.paper + last.visit;
  const change = before ? changeOf(now, before.paper + before.visit) : null;
  const [toldFi, toldSv] = ['vuodesta', 'från'].map((since) =>
    before && change !== null ? ` (${change > 0 ? '+' : ''}${percentText(change)} ${since} ${before.year})` : '',
  );
  return {
    fi: `Yritysten paperi- ja käyntiasiointeja oli ${last.year} yhteensä ${numberText(now)}${toldFi ?? ''}. ${only[0]}`,
    sv: `Företagens pappers- och besöksärenden var ${last.year} sammanlagt ${numberText(now)}${toldSv ?? ''}. ${only[1]}`,
  };
}

function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : toTenth((100 * (now - before)) / before);
}

const COUNTS = [
  column('total', 'number', ['Asiointeja', 'Ärenden']),
  column('electronic', 'number', ['Sähköisesti', 'Elektroniskt']),
  column('paper', 'number', ['Paperilla', 'På papper']),
  column('visit', 'number', ['Käynnillä', 'Besök']),
  column('phone', 'number', ['Puhelimitse', 'Per telefon']),
  column('electronicSharePct', 'percent', ['Sähköisiä', 'Elektroniska']),
];

function yearsSection(years: readonly Year[]): Section {
  const rows = years.map((each, i) => {
    const before = years[i - 1];
    const paperAndVisits = each.paper + each.visit;
    return {
      ...each,
      year: String(each.year),
      electronicSharePct: percentOf(each.electronic, each.total),
      paperAndVisits,
      changePct: before ? changeOf(paperAndVisits, before.paper + before.visit) : null,
      comparedWith: before ? String(before.year) : null,
    };
  });
  const columns = [
    column('year', 'period', ['Vuosi', 'År']),
    ...COUNTS,
    column('paperAndVisits', 'number', ['Paperi ja käynnit', 'Papper och besök']),
    column('changePct', 'percent', ['Paperin ja käyntien muutos', 'Ändring i papper och besök']),
    column('comparedWith', 'period', ['Verrattu vuoteen', 'Jämfört med år']),
  ];
  const chart = { form: 'bars' as const, label: 'year', series: ['paperAndVisits', 'electronic'] };
  return sectionOf(
    ['years', 'Yritysten asioinnit vuosittain', 'Företagens ärenden per år'],
    { columns, rows },
    { chart },
  );
}

/** Sizes by their first number: 1-9 before 10-49. */
function sizesSection(volumes: readonly Split[]): Section {
  const sized = volumes.filter(({ sizeClass }) => sizeClass !== undefined);
  const bySize = Map.groupBy(sized, ({ sizeClass = '', year }) => `${sizeClass} ${year}`);
  const rows = [...bySize.values()]
    .map((all) => ({ sizeClass: all[0]?.sizeClass ?? '', year: all[0]?.year ?? 0, ...sumSplits(all) }))
    .sort((a, b) => firstNumber(a.sizeClass) - firstNumber(b.sizeClass) || a.year - b.year)
    .map((each) => ({ ...each, year: String(each.year), electronicSharePct: percentOf(each.electronic, each.total) }));
  const columns = [
    column('sizeClass', 'text', ['Henkilöstö', 'Personal']),
    column('year', 'period', ['Vuosi', 'År']),
    ...COUNTS,
  ];
  return sectionOf(['sizes', 'Yrityksen koon mukaan', 'Efter företagets storlek'], { columns, rows });
}

function firstNumber(sizeClass: string): number {
  return Number(/\d+/.exec(sizeClass)?.[0] ?? Number.MAX_SAFE_INTEGER);
}

function messagesSection(months: readonly BusinessMonth[]): Section {
  const rows = months.map(({ month, counts }) => {
    const share = shareOf(counts);
    const { deliveries = 0, electronic = 0, letter = 0, receiptLetter = 0, obligationNotMet = 0 } = sumOf([{ counts }]);
    const electronicSharePct = share === undefined ? null : toTenth(share);
    return { month, deliveries, electronic, letters: letter + receiptLetter, electronicSharePct, obligationNotMet };
  });
  const columns = [
    column('month', 'period', ['Kuukausi', 'Månad']),
    column('deliveries', 'number', ['Viestejä', 'Meddelanden']),
    column('electronic', 'number', ['Sähköisesti', 'Elektroniskt']),
    column('letters', 'number', ['Kirjeinä', 'Som brev']),
    column('electronicSharePct', 'percent', ['Sähköisiä', 'Elektroniska']),
    column('obligationNotMet', 'number', ['Velvoite täyttämättä', 'Skyldigheten ej uppfylld']),
  ];
  const chart = { form: 'stacked' as const, label: 'month', series: ['electronic', 'letters'] };
  return sectionOf(
    ['messages', 'Viranomaisten viestit yrityksille', 'Myndigheternas meddelanden till företag'],
    { columns, rows },
    { chart },
  );
}

/** Figures of the working group of 2019: what others have found, not what this programme has measured. */
const REFERENCES: readonly (readonly [value: Words, what: Words])[] = [
  [
    ['15 %', '15 %'],
    [
      'yrittäjistä arvioi tarvitsevansa erittäin tai melko paljon tukea digitaalisessa asioinnissa (EK:n tutkimus)',
      'av företagarna bedömde att de behöver mycket eller ganska mycket stöd i digital ärendehantering (EK:s undersökning)',
    ],
  ],
  [
    ['19 %', '19 %'],
    [
      'yrittäjistä tarvitsee paljon tukea, toinen raportin viitearvo',
      'av företagarna behöver mycket stöd, rapportens andra referensvärde',
    ],
  ],
  [
    ['lähes 2/3', 'nästan 2/3'],
    [
      'vastaajista kannattaa viranomaispalvelujen digitalisointia',
      'av de svarande stöder digitalisering av myndighetstjänster',
    ],
  ],
  [
    ['yli 40 %', 'över 40 %'],
    [
      'suhtautuu myönteisesti elinkeinonharjoittajien sähköiseen asiointivelvoitteeseen',
      'ställer sig positiva till näringsidkares skyldighet att uträtta ärenden elektroniskt',
    ],
  ],
];

const SOURCE: Words = ['Työryhmän loppuraportti 2019', 'Arbetsgruppens slutrapport 2019'];

function supportSection(): Section {
  const rows = REFERENCES.map(([value, what]) => ({
    value: wordsOf(value),
    what: wordsOf(what),
    source: wordsOf(SOURCE),
  }));
  const columns = [
    column('value', 'texts', ['Viitearvo', 'Referensvärde']),
    column('what', 'texts', ['Mistä', 'Om vad']),
    column('source', 'texts', ['Lähde', 'Källa']),
  ];
  const notes: readonly Words[] = [
    [
      'Nämä ovat työryhmän raportin viitearvoja, eivät tämän ohjelman mittaamia lukuja.',
      'Dessa är referensvärden ur arbetsgruppens rapport, inte tal som programmet har mätt.',
    ],
  ];
  return sectionOf(
    ['supportNeeds', 'Tuen tarve: viitearvot', 'Behov av stöd: referensvärden'],
    { columns, rows },
    { notes },
  );
}

/** To businesses it is offered digitally and no other way: by a statute, or from a day that has come (REQ-012, REQ-174). */
function isDigitalOnly({ offerings, legalBasisDigitalOnly }: Service, day: CalendarDate): boolean {
  const toBusiness = offerings.filter(({ targetGroup, status }) => targetGroup === 'BUSINESS' && status === 'IN_USE');
  const from = (each: (typeof toBusiness)[number]) => each.digitalOnlyFrom;
  return toBusiness.some((each) => legalBasisDigitalOnly !== undefined || (from(each) ?? '9999') <= day);
}
