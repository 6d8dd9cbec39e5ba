import { type BusinessNotice, businessNotice } from '#shared/domain/electronic-first/business-notice';
import type { Language } from '#shared/domain/message/hub-fields';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { obligationIn } from '#shared/flow/delivery/channel-facts';
import { CALENDAR, calendarIn } from '#shared/flow/programme/read-programme';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ReadSettings } from '#shared/ports/settings';

export interface TellBusinessesPorts {
  readonly rows: Pick<ProgrammeRows, 'read'>;
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/** What businesses are told today by a calendar that is known. */
export function makeNoticeBy({ settings, clock }: Pick<TellBusinessesPorts, 'settings' | 'clock'>) {
  return (calendar: ProgrammeCalendar, language: Language): BusinessNotice => {
    const dutyIsOn = obligationIn(settings()) !== undefined;
    return businessNotice({ calendar, on: helsinkiDay(clock()), language, dutyIsOn });
  };
}

/** What businesses are told today of the transition and of the duty this hub decides by (REQ-176, REQ-202, REQ-203). */
export function makeTellBusinesses({ rows, ...ports }: TellBusinessesPorts) {
  const noticeBy = makeNoticeBy(ports);
  return async function tellBusinesses(language: Language): Promise<BusinessNotice> {
    return noticeBy(calendarIn(await rows.read(CALENDAR.kind, CALENDAR.id)), language);
  };
}
