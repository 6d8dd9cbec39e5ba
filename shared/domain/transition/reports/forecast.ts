import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';
import { transitionEnd } from '#shared/domain/programme/deadlines';
import type { Dossier } from '#shared/domain/transition/dossier';
import { type Target, businessTargetsOf } from '#shared/domain/transition/targets';
import { OFFERING_STATES } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, percent, sectionOf } from '#shared/domain/transition/reports/columns';
import { dayText } from '#shared/domain/transition/words';
import type { CalendarDate } from '#shared/kernel/time';

/** What the plans promise of all offerings to businesses: a count of their dates and nothing more. */
export interface Forecast {
  readonly targets: readonly Target[];
  /** Offerings to be digital only until the end of the transition, per cent of all; not known without any offering. */
  readonly share: number | null;
}

export function forecastOf(dossiers: readonly Dossier[]): Forecast {
  const all = dossiers.flatMap(businessTargetsOf).toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
  // A service of several authorities counts once, by the latest date any of them gives.
  const targets = [...new Map(all.map((each) => [each.service.id, each])).values()];
  const [dossier] = dossiers;
  const inTime = targets.filter(
    ({ targetDate }) => dossier && targetDate && targetDate <= transitionEnd(dossier.calendar),
  );
  return { targets, share: percent(inTime.length, targets.length) };
}

/** What the plans promise, in a sentence. @see REQ-011, REQ-198 */
export function promiseOf({ share }: Forecast, calendar: ProgrammeCalendar): Texts {
  if (share === null) return { fi: 'Yrityspalveluja ei ole ilmoitettu.', sv: 'Inga företagstjänster har anmälts.' };
  const [told, end] = [String(share).replace('.', ','), dayText(transitionEnd(calendar))];
  return {
    fi: `Suunnitelmien mukaan ${told} % yrityspalveluista on vain digitaalisia ${end} mennessä.`,
    sv: `Enligt planerna är ${told} % av företagstjänsterna enbart digitala senast ${end}.`,
  };
}

export function forecastSections(forecast: Forecast, calendar: ProgrammeCalendar): readonly Section[] {
  const { targets } = forecast;
  return [
    statusSection(targets),
    sectionOf(
      ['forecast', 'Ennuste tavoitepäivien mukaan', 'Prognos enligt måldagarna'],
      { columns: FORECAST_COLUMNS, rows: quarterRows(targets) },
      {
        notes: [promiseOf(forecast, calendar), undatedOf(targets), AS_TOLD],
        chart: { form: 'line', label: 'quarter', series: ['cumulativeShare'] },
      },
    ),
  ];
}

function undatedOf(targets: readonly Target[]): Texts {
  const exempt = targets.filter(({ isExempt }) => isExempt).length;
  const open = targets.filter(({ targetDate, isExempt }) => targetDate === undefined && !isExempt).length;
  return {
    fi: `Palveluja, joilta tavoitepäivä puuttuu, on ${open}, ja palveluja, joilla on hyväksytty poikkeus, ${exempt}.`,
    sv: `Tjänster utan måldag: ${open}, tjänster med godkänt undantag: ${exempt}.`,
  };
}

const AS_TOLD: Texts = {
  fi: 'Luvut on laskettu viranomaisten ilmoittamista päivistä sellaisinaan.',
  sv: 'Talen är räknade på de dagar som myndigheterna har uppgett, som sådana.',
};

const FORECAST_COLUMNS = [
  column('quarter', 'period', ['Vuosineljännes', 'Kvartal']),
  column('offerings', 'number', ['Palveluja', 'Tjänster']),
  column('cumulative', 'number', ['Kertymä', 'Sammanlagt']),
  column('cumulativeShare', 'percent', ['Kertymän osuus', 'Andel sammanlagt']),
];

function quarterRows(targets: readonly Target[]) {
  const dated = targets.flatMap(({ targetDate }) => (targetDate === undefined ? [] : [quarterOf(targetDate)]));
  return quartersBetween(dated.toSorted()).map((quarter) => {
    const cumulative = dated.filter((each) => each <= quarter).length;
    return {
      quarter,
      offerings: dated.filter((each) => each === quarter).length,
      cumulative,
      cumulativeShare: percent(cumulative, targets.length),
    };
  });
}

function quarterOf(day: CalendarDate): string {
  const [year = '', month = '1'] = day.split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Every quarter from the first to the last, so that a line does not skip the empty ones. */
function quartersBetween(sorted: readonly string[]): readonly string[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: indexOf(last) - indexOf(first) + 1 }, (_, n) => {
    const index = indexOf(first) + n;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  });
}

function indexOf(quarter: string): number {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  return 4 * year + number - 1;
}

/** @see REQ-221 */
function statusSection(targets: readonly Target[]): Section {
  const rows = Object.keys(OFFERING_STATES).map((status) => {
    const offerings = targets.filter(({ offering }) => offering.status === status).length;
    return { status, offerings, share: percent(offerings, targets.length) };
  });
  return sectionOf(
    ['businessServices', 'Yrityspalvelut', 'Företagstjänster'],
    {
      columns: [
        codeColumn('status', ['Tila', 'Läge'], OFFERING_STATES),
        column('offerings', 'number', ['Palveluja', 'Tjänster']),
        column('share', 'percent', ['Osuus', 'Andel']),
      ],
      rows,
    },
    { chart: { form: 'bars', label: 'status', series: ['offerings'] } },
  );
}

function dateOf({ targetDate }: Target): string {
  return targetDate ?? '';
}
