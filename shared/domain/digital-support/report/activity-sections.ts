import type { Directory } from '#shared/domain/digital-support/directory';
import { type TellCount, cellOf, column, sumsBy, termColumn } from '#shared/domain/digital-support/report/parts';
import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { codeAs } from '#shared/domain/digital-support/terms';
import type { Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Texts } from '#shared/domain/programme/words';

interface Around {
  readonly directory: Directory;
  readonly request: ReportRequest;
  readonly tell: TellCount;
}

/** What has been done in the period: support given, trainings, pilots, answers of the adviser (REQ-097, REQ-107, REQ-108). */
export function activitySections(around: Around, records: SupportRecords): Section[] {
  return [
    contactSection(around, records),
    trainingSection(around, records),
    materialSection(records),
    pilotSection(around, records),
    ...(records.topics.size > 0 ? [topicSection(around, records)] : []),
  ];
}

function contactSection({ directory, request, tell }: Around, { contacts }: SupportRecords): Section {
  const [first, last] = [request.from.slice(0, 7), request.to.slice(0, 7)];
  const ofPeriod = contacts.filter(({ month }) => first <= month && month <= last);
  const rows = sumsBy(
    ofPeriod,
    ({ form }) => codeAs(form),
    ({ count }) => count,
  ).map(({ name, those }) => {
    const told = (outcome: string) =>
      tell(those.filter((each) => each.outcome === outcome).reduce((sum, { count }) => sum + count, 0));
    return { form: name, helped: told('HELPED'), referred: told('REFERRED'), notHelped: told('NOT_HELPED') };
  });
  return {
    id: 'contacts',
    heading: { fi: 'Annettu tuki', sv: 'Givet stöd' },
    table: {
      columns: [
        termColumn(directory, 'FORM', ['Muoto', 'Form']),
        column('helped', 'number', ['Sai apua', 'Fick hjälp']),
        column('referred', 'number', ['Ohjattiin muualle', 'Hänvisades vidare']),
        column('notHelped', 'number', ['Ei saanut apua', 'Fick inte hjälp']),
      ],
      rows,
    },
    chart: { form: 'stacked', label: 'form', series: ['helped', 'referred', 'notHelped'] },
  };
}

const AUDIENCES: Readonly<Record<string, Texts>> = {
  SUPPORTERS: { fi: 'Digituen antajat', sv: 'De som ger digitalt stöd' },
  CUSTOMER_SERVICE: { fi: 'Viranomaisten asiakaspalvelu', sv: 'Myndigheternas kundservice' },
};

function trainingSection({ directory, request, tell }: Around, { trainings }: SupportRecords): Section {
  const ofPeriod = trainings.filter(({ date }) => request.from <= date && date <= request.to);
  const rows = sumsBy(
    ofPeriod,
    ({ region = '', audience }) => `${codeAs(region)}#${audience}`,
    ({ participants = 0 }) => participants,
  ).map(({ name, those, sum }) => {
    const [region = '', audience = ''] = name.split('#');
    return { region: region === '' ? null : region, audience, trainings: those.length, participants: tell(sum) };
  });
  return {
    id: 'trainings',
    heading: { fi: 'Koulutukset', sv: 'Utbildningar' },
    table: {
      columns: [
        termColumn(directory, 'REGION', ['Maakunta', 'Landskap']),
        { id: 'audience', type: 'code', heading: { fi: 'Kenelle', sv: 'För vem' }, codes: { ...AUDIENCES } },
        column('trainings', 'number', ['Koulutuksia', 'Utbildningar']),
        column('participants', 'number', ['Osallistujia', 'Deltagare']),
      ],
      rows,
    },
  };
}

const MATERIALS: Readonly<Record<string, Texts>> = {
  GUIDE: { fi: 'Opas', sv: 'Handledning' },
  VIDEO: { fi: 'Video', sv: 'Video' },
  COURSE: { fi: 'Kurssi', sv: 'Kurs' },
};

const LANGUAGES: Readonly<Record<string, Texts>> = {
  fi: { fi: 'suomi', sv: 'finska' },
  sv: { fi: 'ruotsi', sv: 'svenska' },
  en: { fi: 'englanti', sv: 'engelska' },
};

/** Every list of languages in words: `fi, sv` is `suomi, ruotsi`. */
function namesOfLists(rows: readonly { readonly languages: string }[]): Record<string, Texts> {
  const named = (list: string, language: 'fi' | 'sv') =>
    list
      .split(', ')
      .map((code) => LANGUAGES[code]?.[language] ?? code)
      .join(', ');
  return Object.fromEntries(
    rows.map(({ languages }) => [languages, { fi: named(languages, 'fi'), sv: named(languages, 'sv') }]),
  );
}

/** What those who give support have to work with (REQ-101). */
function materialSection({ materials }: SupportRecords): Section {
  const rows = sumsBy(
    materials,
    ({ kind }) => codeAs(kind),
    () => 1,
  ).map(({ name, sum, those }) => ({
    kind: name,
    materials: sum,
    languages: [...new Set(those.flatMap(({ languages }) => languages))].sort().join(', '),
  }));
  return {
    id: 'materials',
    heading: { fi: 'Aineistot tuen antajille', sv: 'Material för dem som ger stöd' },
    table: {
      columns: [
        { id: 'kind', type: 'code', heading: { fi: 'Laji', sv: 'Slag' }, codes: MATERIALS },
        column('materials', 'number', ['Aineistoja', 'Material']),
        { id: 'languages', type: 'code', heading: { fi: 'Kielet', sv: 'Språk' }, codes: namesOfLists(rows) },
      ],
      rows,
    },
  };
}

function pilotSection({ directory, request }: Around, { pilots }: SupportRecords): Section {
  const running = pilots.filter(({ from = request.to, to = request.from }) => from <= request.to && to >= request.from);
  const rows = running.map(({ names, region, cohort, from, to }) => ({
    pilot: names,
    region: cellOf(region),
    cohort,
    from: from ?? null,
    to: to ?? null,
  }));
  return {
    id: 'pilots',
    heading: { fi: 'Pilotit', sv: 'Pilotprojekt' },
    table: {
      columns: [
        column('pilot', 'texts', ['Pilotti', 'Pilotprojekt']),
        termColumn(directory, 'REGION', ['Maakunta', 'Landskap']),
        column('cohort', 'text', ['Ryhmä', 'Grupp']),
        column('from', 'date', ['Alkaa', 'Från']),
        column('to', 'date', ['Päättyy', 'Till']),
      ],
      rows,
    },
  };
}

const NO_TOPIC: Texts = { fi: 'Vastausta ei löytynyt', sv: 'Inget svar hittades' };

function topicSection({ tell }: Around, { topics }: SupportRecords): Section {
  const rows = [...topics]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, count]) => ({ topic, answers: tell(count) }));
  return {
    id: 'adviser',
    heading: { fi: 'Automaattisen neuvojan vastaukset', sv: 'Den automatiska rådgivarens svar' },
    table: {
      columns: [
        { id: 'topic', type: 'code', heading: { fi: 'Aihe', sv: 'Ämne' }, codes: { NONE: NO_TOPIC } },
        column('answers', 'number', ['Vastauksia', 'Svar']),
      ],
      rows,
    },
  };
}
