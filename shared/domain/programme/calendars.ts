import { type ProgrammeCalendar, programmeCalendar } from '#shared/domain/programme/calendar';
import { addMonths, daysBetween, addDays } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';

/** What the days come from. */
const PAPERS = {
  GOVERNMENT_LINE: 'Hallituksen linjaus 29.1.2018',
  ROADMAP: 'Digipalvelujen tiekartta 2019',
  PRESS_RELEASE: 'Tiedote digitalisaatio-ohjelmasta 2020',
  FINAL_REPORT: 'Työryhmän loppuraportti 2019',
};

/** The programme of 2019 to 2023 as its papers give it (domain.md 4.2); annual milestones are a proposal. */
export const CALENDAR_2019: ProgrammeCalendar = programmeCalendar.parse({
  id: '2019-2023',
  names: {
    fi: 'Digitalisaation edistämisen ohjelma 2019–2023',
    sv: 'Programmet för främjande av digitalisering 2019–2023',
    en: 'Programme for the promotion of digitalisation 2019–2023',
  },
  startsOn: '2019-01-01',
  planDeadline: '2020-06-30',
  planDeadlineVariants: ['2020-06-20'],
  transitionEnd: '2022-12-31',
  obligationFrom: '2023-01-01',
  milestones: ['2020-12-31', '2021-12-31', '2022-12-31'],
  cohorts: [{ id: '2019', dueOn: '2019-06-20' }],
  events: [
    event('2018-01-29', ['Hallituksen linjaus', 'Regeringens riktlinje', 'Government line'], PAPERS.GOVERNMENT_LINE),
    event(
      '2018-03-05',
      ['Työryhmän toimikausi alkaa', 'Arbetsgruppen tillsätts', 'Working group starts'],
      PAPERS.FINAL_REPORT,
    ),
    event(
      '2019-03-20',
      ['Seminaari ja ehdotukset', 'Seminarium och förslag', 'Seminar, proposals published'],
      PAPERS.FINAL_REPORT,
    ),
    event('2019-04-01', ['Digipalvelulaki voimaan', 'Lagen i kraft', 'Digital Services Act in force'], '306/2019'),
    event(
      '2019-06-20',
      ['Vuoden 2019 itsearvioinnit', 'Självvärderingar 2019', 'Self-assessments of 2019'],
      PAPERS.ROADMAP,
    ),
    event('2019-10-01', ['Luvun 2 soveltaminen alkaa', 'Kapitel 2 tillämpas', 'Chapter 2 applies'], '306/2019'),
    event('2020-03-01', ['Kirje ja ohje', 'Brev och anvisning', 'Letter and guideline'], PAPERS.PRESS_RELEASE),
    event('2020-04-15', ['Verkostotapaaminen', 'Nätverksmöte', 'Network meeting'], PAPERS.PRESS_RELEASE),
    event('2020-06-30', ['Siirtymäsuunnitelmat', 'Övergångsplaner', 'Transition plans'], PAPERS.FINAL_REPORT),
    event('2022-12-31', ['Siirtymäaika päättyy', 'Övergångstiden slutar', 'Transition ends'], PAPERS.FINAL_REPORT),
    event('2023-01-01', ['Velvoite kokonaan', 'Skyldigheten fullt ut', 'Obligation in full'], PAPERS.FINAL_REPORT),
  ],
});

function event(date: string, [fi, sv, en]: readonly [string, string, string], source: string) {
  return { date, name: { fi, sv, en }, source };
}

/** The same programme with every day moved, so that its plans are due three months after `start`. For demonstrations. */
export function demoCalendar(start: CalendarDate): ProgrammeCalendar {
  const shift = daysBetween(CALENDAR_2019.planDeadline, addMonths(start, 3));
  const moved = (day: CalendarDate) => addDays(day, shift);
  return {
    ...CALENDAR_2019,
    id: 'demo',
    startsOn: moved(CALENDAR_2019.startsOn),
    planDeadline: moved(CALENDAR_2019.planDeadline),
    planDeadlineVariants: CALENDAR_2019.planDeadlineVariants.map(moved),
    transitionEnd: moved(CALENDAR_2019.transitionEnd),
    obligationFrom: moved(CALENDAR_2019.obligationFrom),
    milestones: CALENDAR_2019.milestones.map(moved),
    cohorts: CALENDAR_2019.cohorts.map(({ id, dueOn }) => ({ id, dueOn: moved(dueOn) })),
    events: CALENDAR_2019.events.map((each) => ({ ...each, date: moved(each.date) })),
  };
}
