import type { Programme } from '#shared/domain/programme/programme';
import { PRIORITY_NAMES, priority } from '#shared/domain/programme/priorities';
import type { ProgrammeItem } from '#shared/domain/programme/registry/follow-up';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import { byId } from '#shared/domain/transition/organisation-scope';
import { circularSections, reachOf } from '#shared/domain/transition/reports/circulars';
import { ITEM_KINDS, ITEM_STATES } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, orNull, sectionOf } from '#shared/domain/transition/reports/columns';

/**
 * R13: the programme's plan of a year by its four priorities, what it follows, its events, and who has got the ministry's
 * letter.
 *
 * @param request its period begins in the year it is about
 * @see REQ-010, REQ-013, REQ-014, REQ-017, REQ-018, REQ-188, domain.md 4.3
 */
export function annualPlanReport(request: ReportRequest, programme: Programme): ReportContent {
  const year = Number(request.from.slice(0, 4));
  const items = programme.rows['programme-items'].filter((item) => item.year === year).toSorted(byDay);
  const { circulars, reached, authorities } = reachOf(programme, request);
  return {
    title: { fi: `Ohjelman toimintasuunnitelma ${year}`, sv: `Programmets verksamhetsplan ${year}` },
    summary: {
      fi: `Vuoden ${year} suunnitelmassa on ${items.length} kohtaa. Lähetettyjä kirjeitä on ${circulars}. Viranomaisia on ${authorities}, ja niistä kirjeen on saanut ${reached}.`,
      sv: `Planen för ${year} har ${items.length} punkter. Skickade brev: ${circulars}. Myndigheterna är ${authorities}, och av dem har ${reached} fått ett brev.`,
    },
    sections: [
      prioritiesSection(items),
      itemsSection(items),
      calendarSection(programme, year),
      ...circularSections(programme, request),
    ],
  };
}

function byDay(a: Row<ProgrammeItem>, b: Row<ProgrammeItem>): number {
  const [x, y] = [a.on ?? '', b.on ?? ''];
  if (x === y) return byId(a, b);
  return x < y ? -1 : 1;
}

const PRIORITIES = { ...PRIORITY_NAMES, NONE: { fi: 'Ei painopistettä', sv: 'Ingen prioritering' } };

/** @see REQ-014 */
function prioritiesSection(items: readonly ProgrammeItem[]): Section {
  const rows = [...priority.options, undefined].map((each) => {
    const those = items.filter((item) => item.priority === each);
    const done = those.filter(({ state }) => state === 'DONE').length;
    return { priority: each ?? 'NONE', open: those.length - done, done };
  });
  return sectionOf(
    ['priorities', 'Painopisteet', 'Prioriteringar'],
    {
      columns: [
        codeColumn('priority', ['Painopiste', 'Prioritering'], PRIORITIES),
        column('open', 'number', ['Kesken', 'Pågår']),
        column('done', 'number', ['Valmiina', 'Klara']),
      ],
      rows,
    },
    { chart: { form: 'stacked', label: 'priority', series: ['open', 'done'] } },
  );
}

function itemsSection(items: readonly Row<ProgrammeItem>[]): Section {
  return sectionOf(['items', 'Toimintasuunnitelma', 'Verksamhetsplan'], {
    columns: [
      codeColumn('kind', ['Laji', 'Slag'], ITEM_KINDS),
      codeColumn('priority', ['Painopiste', 'Prioritering'], PRIORITIES),
      column('name', 'texts', ['Nimi', 'Namn']),
      column('text', 'texts', ['Sisältö', 'Innehåll']),
      column('on', 'date', ['Päivä', 'Dag']),
      codeColumn('state', ['Tila', 'Läge'], ITEM_STATES),
    ],
    rows: items.map(({ kind, names, text, on, state, priority: furthers = 'NONE' }) => ({
      kind,
      priority: furthers,
      name: names,
      text: orNull(text),
      on: orNull(on),
      state: orNull(state),
    })),
  });
}

/** Days of the programme's calendar in the year. @see REQ-018 */
function calendarSection({ calendar }: Programme, year: number): Section {
  const rows = calendar.events
    .filter(({ date }) => Number(date.slice(0, 4)) === year)
    .map(({ date, name, source }) => ({ date, event: name, source: orNull(source) }));
  return sectionOf(['calendar', 'Ohjelman kalenteri', 'Programmets kalender'], {
    columns: [
      column('date', 'date', ['Päivä', 'Dag']),
      column('event', 'texts', ['Tapahtuma', 'Händelse']),
      column('source', 'text', ['Lähde', 'Källa']),
    ],
    rows,
  });
}
