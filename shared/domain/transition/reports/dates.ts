import { type ProgrammeCalendar, endOf } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { Section } from '#shared/domain/programme/report';
import type { Carriers } from '#shared/domain/transition/carriers';
import { planDeadline, transitionEnd } from '#shared/domain/programme/deadlines';
import { nameIn } from '#shared/domain/transition/names';
import { byId } from '#shared/domain/transition/organisation-scope';
import { DEPENDENCY_STATES } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import type { Instant } from '#shared/kernel/time';

/** What authorities wait for from outside, and whether it came in time. @see REQ-212 */
export function dependenciesSection({ rows }: Programme, carriers: Carriers, moment: Instant): Section {
  return sectionOf(['dependencies', 'Riippuvuudet', 'Beroenden'], {
    columns: [
      column('dependency', 'texts', ['Mitä odotetaan', 'Vad som väntas']),
      column('owner', 'texts', ['Vastuutaho', 'Ansvarig']),
      column('date', 'date', ['Päivä', 'Dag']),
      codeColumn('state', ['Tila', 'Läge'], DEPENDENCY_STATES),
    ],
    rows: rows.dependencies.toSorted(byId).map(({ names, owner, date, state }) => ({
      dependency: names,
      owner: orNull(owner === undefined ? undefined : nameIn(carriers, owner)),
      date: orNull(date),
      state: state !== 'READY' && date !== undefined && moment >= endOf(date) ? 'LATE' : state,
    })),
  });
}

/** The days of the programme, the end of the transition clearly among them; other readings of the papers are told. @see REQ-202, I-1 */
export function datesSection(calendar: ProgrammeCalendar): Section {
  const rows = [
    { meaning: 'PLAN', day: planDeadline(calendar) },
    ...calendar.planDeadlineVariants.map((day) => ({ meaning: 'PLAN_ALSO', day })),
    ...calendar.milestones.map((day) => ({ meaning: 'MILESTONE', day })),
    { meaning: 'TRANSITION_END', day: transitionEnd(calendar) },
    { meaning: 'OBLIGATION', day: calendar.obligationFrom },
  ].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return sectionOf(['dates', 'Ohjelman päivät', 'Programmets datum'], {
    columns: [codeColumn('meaning', ['Mitä', 'Vad'], MEANINGS), column('day', 'date', ['Päivä', 'Dag'])],
    rows,
  });
}

const MEANINGS = {
  PLAN: { fi: 'Siirtymäsuunnitelmien määräaika', sv: 'Tidsfrist för övergångsplanerna' },
  PLAN_ALSO: {
    fi: 'Siirtymäsuunnitelmien määräaika joissakin asiakirjoissa, ei tässä ohjelmassa',
    sv: 'Tidsfrist för övergångsplanerna i vissa dokument, inte i detta program',
  },
  MILESTONE: { fi: 'Vuosittaiset välitavoitteet', sv: 'Årliga delmål' },
  TRANSITION_END: { fi: 'Siirtymäaika päättyy', sv: 'Övergångstiden går ut' },
  OBLIGATION: { fi: 'Velvoite voimassa kokonaan', sv: 'Skyldigheten gäller fullt ut' },
};
