import { BUSINESS_NOTICE_WORDS, type DutyStanding } from '#shared/domain/electronic-first/business-notice-words';
import type { Language } from '#shared/domain/message/hub-fields';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Phase, type ProgrammeCalendar, phaseOn } from '#shared/domain/programme/calendar';
import { phaseParagraphs } from '#shared/domain/programme/phase-words';
import type { CalendarDate } from '#shared/kernel/time';

/** What a business is told of its duty, the exceptions to it and the end of the transition. */
export interface BusinessNotice {
  readonly phase: Phase;
  readonly duty: DutyStanding;
  readonly language: Language;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Who and what the duty does not concern; none where there is no duty. */
  readonly exceptions: readonly string[];
  readonly transitionEnd: CalendarDate;
  readonly obligationFrom: CalendarDate;
}

export interface BusinessNoticeRequest {
  readonly calendar: Pick<ProgrammeCalendar, 'startsOn' | 'transitionEnd' | 'obligationFrom'>;
  readonly on: CalendarDate;
  readonly language: Language;
  /** Whether the hub decides by a duty of businesses: its rule set has one and the operator has switched it on. */
  readonly dutyIsOn: boolean;
}

/**
 * The text for letters and pages to businesses. It speaks of a duty only where the hub decides by one: the law in force has
 * no general one.
 *
 * @see domain.md 3.10; REQ-176, REQ-202, REQ-203
 */
export function businessNotice({ calendar, on, language, dutyIsOn }: BusinessNoticeRequest): BusinessNotice {
  const { transitionEnd, obligationFrom } = calendar;
  const phase = phaseOn(calendar, on);
  const duty = dutyOf(phase, dutyIsOn);
  const words = BUSINESS_NOTICE_WORDS[language];
  const days = {
    startsOn: writtenDay(calendar.startsOn, language),
    transitionEnd: writtenDay(transitionEnd, language),
  };
  const ofDuty = words.duty[duty].map((text) => text.replaceAll('{from}', writtenDay(obligationFrom, language)));
  return {
    phase,
    duty,
    language,
    title: words.title[phase],
    paragraphs: [...phaseParagraphs(phase, language, days), ...ofDuty],
    exceptions: duty === 'NONE' ? [] : words.exceptions,
    transitionEnd,
    obligationFrom,
  };
}

function dutyOf(phase: Phase, dutyIsOn: boolean): DutyStanding {
  if (!dutyIsOn) return 'NONE';
  return phase === 'OBLIGATION' ? 'IN_FORCE' : 'COMING';
}
