import type { SelfAssessment, areaScores } from '#shared/domain/programme/registry/quality';
import { type Cell, type Column, type ReportContent, type Section, SUPPRESSED } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';
import { percentOf } from '#shared/domain/survey/aggregates';
import type { CalendarDate } from '#shared/kernel/time';

/** A self-assessment with the day it was due by. */
export interface DueAssessment {
  readonly assessment: SelfAssessment;
  readonly dueOn?: CalendarDate;
}

interface Asked {
  /** Last day the figures cover. */
  readonly asOf: CalendarDate;
  /** Counts below this are not told. */
  readonly suppressionLimit: number;
}

const AREAS = {
  instructions: { fi: 'Ohjeet', sv: 'Anvisningar' },
  situation: { fi: 'Asiakkaan tilanne', sv: 'Kundens situation' },
  usability: { fi: 'Käytettävyys', sv: 'Användbarhet' },
  support: { fi: 'Tuki', sv: 'Stöd' },
  security: { fi: 'Turvallisuus', sv: 'Säkerhet' },
  engagement: { fi: 'Osallistaminen', sv: 'Delaktighet' },
} as const satisfies Readonly<Record<keyof typeof areaScores.def.shape, Texts>>;

/**
 * How self-assessments have come in by their due days, and what they and customers say by area (R5).
 *
 * @see REQ-208, REQ-232
 */
export function assessmentReport(all: readonly DueAssessment[], asked: Asked): ReportContent {
  const told = all.map((each) => ({ ...each, done: doneOn(each, asked.asOf) }));
  const own = told.filter(({ assessment }) => assessment.by === 'SELF');
  const due = own.filter(({ dueOn }) => dueOn !== undefined && dueOn <= asked.asOf);
  const inTime = due.filter(({ done, dueOn }) => done !== undefined && dueOn !== undefined && done <= dueOn);
  const late = due.filter(({ done }) => done !== undefined).length - inTime.length;
  const missing = due.filter(({ done }) => done === undefined).length;
  const done = told.filter((each) => each.done !== undefined).map(({ assessment }) => assessment);
  return {
    title: { fi: 'Itsearviointien yhteenveto', sv: 'Sammandrag av självvärderingarna' },
    summary: summaryOf(due.length, inTime.length),
    sections: [
      progress({ inTime: inTime.length, late, missing }),
      areas(
        'self',
        done.filter(({ by }) => by === 'SELF'),
        asked,
      ),
      areas(
        'customer',
        done.filter(({ by }) => by === 'CUSTOMER'),
        asked,
      ),
    ],
  };
}

/** The day it was done, where that is known by then. */
function doneOn({ assessment: { completedAt } }: DueAssessment, asOf: CalendarDate): CalendarDate | undefined {
  return completedAt !== undefined && completedAt <= asOf ? completedAt : undefined;
}

function summaryOf(due: number, inTime: number): Texts {
  const share = percentOf(inTime, due);
  if (share === undefined)
    return { fi: 'Itsearviointeja ei ole vielä erääntynyt.', sv: 'Inga självvärderingar har ännu förfallit.' };
  const text = String(share).replace('.', ',');
  return {
    fi: `Erääntyneistä itsearvioinneista ${text} % (${inTime}/${due}) on tehty ajoissa.`,
    sv: `Av de förfallna självvärderingarna har ${text} % (${inTime}/${due}) gjorts i tid.`,
  };
}

interface Progress {
  readonly inTime: number;
  readonly late: number;
  readonly missing: number;
}

function progress({ inTime, late, missing }: Progress): Section {
  const due = inTime + late + missing;
  const rows = [
    [{ fi: 'Tehty ajoissa', sv: 'Gjorda i tid' }, inTime],
    [{ fi: 'Tehty myöhässä', sv: 'Gjorda för sent' }, late],
    [{ fi: 'Tekemättä', sv: 'Ogjorda' }, missing],
  ] as const;
  return {
    id: 'progress',
    heading: { fi: 'Erääntyneet itsearvioinnit', sv: 'Förfallna självvärderingar' },
    table: {
      columns: [
        { id: 'state', heading: { fi: 'Tilanne', sv: 'Läge' }, type: 'texts' },
        { id: 'services', heading: { fi: 'Palveluja', sv: 'Tjänster' }, type: 'number' },
        { id: 'share', heading: { fi: 'Osuus', sv: 'Andel' }, type: 'percent' },
      ],
      rows: rows.map(([state, services]) => ({ state, services, share: percentOf(services, due) ?? null })),
    },
    chart: { form: 'bars', label: 'state', series: ['services'] },
  };
}

const AREA_COLUMNS: Column[] = [
  { id: 'area', heading: { fi: 'Osa-alue', sv: 'Delområde' }, type: 'texts' },
  { id: 'average', heading: { fi: 'Keskiarvo (1–3)', sv: 'Medeltal (1–3)' }, type: 'number' },
  { id: 'one', heading: { fi: 'Arvosana 1', sv: 'Vitsord 1' }, type: 'number' },
  { id: 'two', heading: { fi: 'Arvosana 2', sv: 'Vitsord 2' }, type: 'number' },
  { id: 'three', heading: { fi: 'Arvosana 3', sv: 'Vitsord 3' }, type: 'number' },
];

const HEADINGS = {
  self: { fi: 'Itsearviointien tulokset', sv: 'Självvärderingarnas resultat' },
  customer: { fi: 'Asiakasarviointien tulokset', sv: 'Kundvärderingarnas resultat' },
} as const;

function areas(
  by: keyof typeof HEADINGS,
  assessments: readonly SelfAssessment[],
  { suppressionLimit }: Asked,
): Section {
  const rowOf = (area: Texts, scores: readonly number[]) => ({ area, ...distribution(scores, suppressionLimit) });
  const named = Object.entries(AREAS).map(([area, name]) =>
    rowOf(
      name,
      assessments.flatMap(({ areas: scores }) => scoreIn(scores, area) ?? []),
    ),
  );
  const overall = rowOf(
    { fi: 'Kokonaisarvio', sv: 'Helhetsbedömning' },
    assessments.flatMap((each) => each.overall ?? []),
  );
  return {
    id: `${by}Areas`,
    heading: HEADINGS[by],
    table: { columns: AREA_COLUMNS, rows: [...named, overall] },
    chart: { form: 'bars', label: 'area', series: ['average'] },
  };
}

function scoreIn(scores: SelfAssessment['areas'], area: string): number | undefined {
  const known = Object.entries(scores ?? {}).find(([name]) => name === area);
  return known?.[1];
}

/** How often each score was given. An average of a few, and a count of a few, would tell who they are. */
function distribution(scores: readonly number[], limit: number): Record<'average' | 'one' | 'two' | 'three', Cell> {
  const count = (score: number): Cell => {
    const many = scores.filter((each) => each === score).length;
    return many > 0 && many < limit ? SUPPRESSED : many;
  };
  const sum = scores.reduce((all, one) => all + one, 0);
  const average = scores.length === 0 ? null : Math.round((100 * sum) / scores.length) / 100;
  const isFew = scores.length > 0 && scores.length < limit;
  return { average: isFew ? SUPPRESSED : average, one: count(1), two: count(2), three: count(3) };
}
