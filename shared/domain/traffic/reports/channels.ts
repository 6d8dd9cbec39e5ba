import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { inMonth, periodText } from '#shared/domain/programme/period-words';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';
import type { TargetAgainst } from '#shared/domain/traffic/against-plan';
import { shareOf, sumOf, toTenth } from '#shared/domain/traffic/figures';
import type { Month } from '#shared/domain/traffic/month';
import {
  type ChannelLine,
  causesSection,
  costsSection,
  ratesSection,
  volumesSection,
} from '#shared/domain/traffic/reports/channel-sections';
import { type Words, codeColumn, column, sectionOf } from '#shared/domain/traffic/reports/columns';
import type { Counts } from '#shared/domain/traffic/service-month';
import { type Trend, trendOf } from '#shared/domain/traffic/trend';

/** The business messages of a month. */
export interface BusinessMonth {
  readonly month: Month;
  readonly counts: Counts;
}

/** What R8 is made from. */
export interface ChannelMaterial {
  readonly month: Month;
  readonly calendar: ProgrammeCalendar;
  /** The authority it is about; absent: all of them. */
  readonly authority?: Texts;
  /** Of the month: by authority, or by service of the one it is about. */
  readonly lines: readonly ChannelLine[];
  /** Business messages of the months up to it, in order. */
  readonly history: readonly BusinessMonth[];
  /** How its services stand to their target dates; present for one authority. */
  readonly targets?: readonly (TargetAgainst & { readonly name: Texts })[];
}

/**
 * R8: what was sent by which channel in a month, what is still on paper and why, what it cost, and where the share of
 * electronic business messages is heading.
 *
 * @see REQ-143, REQ-173, domain.md 4.3
 */
export function channelReport(material: ChannelMaterial): ReportContent {
  const { month, authority, lines, calendar, targets } = material;
  const of: Words = authority ? ['Palvelu', 'Tjänst'] : ['Viranomainen', 'Myndighet'];
  const business = sumOf(lines.filter(({ group }) => group === 'BUSINESS'));
  return {
    title: titleOf(authority),
    summary: summaryOf(month, business),
    sections: [
      volumesSection(lines, of, calendar),
      ratesSection(lines, of, calendar),
      causesSection(lines, of, calendar),
      costsSection(lines, of, calendar),
      trendSection(material.history),
      ...(targets ? [targetsSection(targets)] : []),
    ],
  };
}

function titleOf(authority: Texts | undefined): Texts {
  if (!authority) return { fi: 'Kanavat ja toimitus', sv: 'Kanaler och leverans' };
  return {
    fi: `Kanavat ja toimitus: ${authority.fi}`,
    sv: `Kanaler och leverans: ${authority.sv ?? authority.fi}`,
  };
}

function summaryOf(month: Month, business: Counts): Texts {
  const { deliveries = 0 } = business;
  const share = shareOf(business);
  const [when, whenSv] = inMonth(month);
  if (share === undefined)
    return {
      fi: `Yrityksille ja yhteisöille ei lähetetty viestejä ${when}.`,
      sv: `Inga meddelanden skickades till företag och sammanslutningar ${whenSv}.`,
    };
  const percent = String(toTenth(share)).replace('.', ',');
  return {
    fi: `Yrityksille ja yhteisöille lähetettiin ${when} ${deliveries} viestiä, joista ${percent} % sähköisesti.`,
    sv: `Till företag och sammanslutningar skickades ${whenSv} ${deliveries} meddelanden, ${percent} % av dem elektroniskt.`,
  };
}

/** The months, and what the line through them says in words. */
function trendSection(history: readonly BusinessMonth[]): Section {
  const rows = history.map(({ month, counts }) => {
    const share = shareOf(counts);
    return {
      month,
      deliveries: counts.deliveries ?? 0,
      electronicSharePct: share === undefined ? null : toTenth(share),
    };
  });
  const shares = history.flatMap(({ month, counts }) => {
    const share = shareOf(counts);
    return share === undefined ? [] : [{ month, share }];
  });
  const columns = [
    column('month', 'period', ['Kuukausi', 'Månad']),
    column('deliveries', 'number', ['Lähetyksiä', 'Försändelser']),
    column('electronicSharePct', 'percent', ['Sähköisiä', 'Elektroniska']),
  ];
  const chart = { form: 'line' as const, label: 'month', series: ['electronicSharePct'] };
  const heading = ['trend', 'Yritysviestien sähköinen osuus', 'Andelen elektroniska företagsmeddelanden'] as const;
  return sectionOf(heading, { columns, rows }, { notes: trendNotes(trendOf(shares)), chart });
}

export function trendNotes(trend: Trend | undefined): readonly Words[] {
  if (!trend)
    return [
      [
        'Suuntaa ei kerrota, koska kokonaisia kuukausia on alle kuusi.',
        'Ingen trend anges, eftersom det finns färre än sex hela månader.',
      ],
    ];
  return [slopeNote(trend), reachesNote(trend), ...backTestNote(trend)];
}

function slopeNote({ slope, next }: Trend): Words {
  const [step, low, high] = [slope, next.low, next.high].map(decimal);
  return [
    `Osuus muuttuu suoran mukaan ${step} prosenttiyksikköä kuukaudessa. Seuraavan kuukauden osuus on 95 prosentin todennäköisyydellä ${low}–${high} %.`,
    `Enligt linjen ändras andelen med ${step} procentenheter per månad. Nästa månads andel är med 95 procents sannolikhet ${low}–${high} %.`,
  ];
}

function reachesNote({ reaches }: Trend): Words {
  if (!reaches) return ['Tällä suunnalla 100 prosenttia ei saavuteta.', 'Med denna trend nås inte 100 procent.'];
  const { month, earliest = month, latest } = reaches;
  const [fi, sv] = inMonth(month);
  const between = (language: 'fi' | 'sv', open: string) =>
    `${periodText(earliest, language)} – ${latest === undefined ? open : periodText(latest, language)}`;
  return [
    `Suora saavuttaa 100 prosenttia ${fi}; väli: ${between('fi', 'ei päättyvä')}.`,
    `Linjen når 100 procent ${sv}; intervall: ${between('sv', 'utan slut')}.`,
  ];
}

function backTestNote({ backTest }: Trend): readonly Words[] {
  if (!backTest) return [];
  const { months, meanError, inside } = backTest;
  return [
    [
      `Koe: ilman ${months} viime kuukautta vedetty suora olisi erehtynyt niistä keskimäärin ${decimal(meanError)} prosenttiyksikköä; ${inside} osui välille.`,
      `Prov: en linje utan de ${months} senaste månaderna hade missat dem med i medeltal ${decimal(meanError)} procentenheter; ${inside} föll inom intervallet.`,
    ],
  ];
}

function decimal(value: number): string {
  return String(toTenth(value)).replace('.', ',');
}

const VERDICTS: Readonly<Record<TargetAgainst['verdict'], Words>> = {
  REACHED: ['Saavutettu', 'Uppnått'],
  IN_TIME: ['Ajoissa suunnan mukaan', 'I tid enligt trenden'],
  LATE: ['Myöhässä', 'För sent'],
  NOT_BY_THIS_TREND: ['Ei tällä suunnalla', 'Inte med denna trend'],
  NOT_KNOWN: ['Ei tiedossa', 'Inte känt'],
};

function targetsSection(targets: NonNullable<ChannelMaterial['targets']>): Section {
  const rows = targets.map(({ name, targetDate, sharePct, ground, verdict }) => ({
    name,
    targetDate,
    sharePct: sharePct === null ? null : toTenth(sharePct),
    ground,
    verdict,
  }));
  const columns = [
    column('name', 'texts', ['Palvelu', 'Tjänst']),
    column('targetDate', 'date', ['Tavoitepäivä', 'Måldag']),
    column('sharePct', 'percent', ['Osuus tavoitepäivänä', 'Andel på måldagen']),
    codeColumn('ground', ['Peruste', 'Grund'], {
      COUNTED: ['Laskettu', 'Räknad'],
      TREND: ['Suunta', 'Trend'],
      NOT_KNOWN: ['Ei tiedossa', 'Inte känd'],
    }),
    codeColumn('verdict', ['Arvio', 'Bedömning'], VERDICTS),
  ];
  return sectionOf(['targets', 'Liikenne suunnitelmaan verrattuna', 'Trafiken jämförd med planen'], { columns, rows });
}
