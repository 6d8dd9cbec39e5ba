import type { Phase, ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { ReportLanguage } from '#shared/domain/programme/words';

/** Days of a transition as they are written where they are read. */
type WrittenDays = Readonly<Record<keyof Pick<ProgrammeCalendar, 'startsOn' | 'transitionEnd'>, string>>;

/**
 * Where the transition stands, in the same words wherever it is told: when it ends, and that the electronic way is offered
 * first. They claim no duty, for the law in force has no general one.
 *
 * @see domain.md 3.10; REQ-202, REQ-203
 */
export function phaseParagraphs(phase: Phase, language: ReportLanguage, days: WrittenDays): readonly string[] {
  return PHASE_WORDS[language][phase].map((text) =>
    text.replaceAll('{start}', days.startsOn).replaceAll('{end}', days.transitionEnd),
  );
}

const PHASE_WORDS: Readonly<Record<ReportLanguage, Readonly<Record<Phase, readonly string[]>>>> = {
  fi: {
    BEFORE: ['Siirtymäaika alkaa {start} ja päättyy {end}. Siihen asti voit asioida kuten ennenkin.'],
    TRANSITION: [
      'Siirtymäaika päättyy {end}. Siihen asti voit asioida sekä sähköisesti että perinteisesti.',
      'Sähköistä asiointia tarjotaan ensimmäisenä, ja siihen saat myös tukea.',
    ],
    OBLIGATION: ['Siirtymäaika päättyi {end}. Sähköistä asiointia tarjotaan ensimmäisenä, ja siihen saat myös tukea.'],
  },
  sv: {
    BEFORE: [
      'Övergångstiden börjar den {start} och slutar den {end}. Fram till dess kan du uträtta ärenden som förut.',
    ],
    TRANSITION: [
      'Övergångstiden slutar den {end}. Fram till dess kan du uträtta ärenden både elektroniskt och på traditionellt sätt.',
      'Elektronisk ärendehantering erbjuds som första alternativ, och du får även stöd för den.',
    ],
    OBLIGATION: [
      'Övergångstiden slutade den {end}. Elektronisk ärendehantering erbjuds som första alternativ, och du får även stöd för den.',
    ],
  },
  en: {
    BEFORE: ['The transition starts on {start} and ends on {end}. Until then you can deal with authorities as before.'],
    TRANSITION: [
      'The transition ends on {end}. Until then you can deal with authorities both electronically and in the traditional way.',
      'Electronic services are offered first, and you can get support in using them.',
    ],
    OBLIGATION: [
      'The transition ended on {end}. Electronic services are offered first, and you can get support in using them.',
    ],
  },
};
