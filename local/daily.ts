import type { Doors } from '#local/doors';
import { SCHEDULES, type ScheduleName } from '#shared/contracts/pipeline';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

/** A schedule of the table that runs on each day, driven by a clock that is moved. */
export interface Daily {
  /**
   * The last moment up to and including `until` at which it has to run; `undefined` when there is none since it last ran.
   * What catches up by its own watermark need not run on each day that was skipped.
   */
  lastDue(until: Instant): Instant | undefined;
  /** The first moment since it last ran, up to and including `until`; before its first run the last one up to `now`. */
  nextDue(now: Instant, until: Instant): Instant | undefined;
  /** @returns until when it has nothing to do unless something happens; `undefined` where it does not know */
  run(now: Instant): Promise<Instant | undefined>;
}

/** Due from the moment it is made. */
export function makeDaily(name: ScheduleName, doors: Pick<Doors, 'tick'>): Daily {
  const times = timesOf(name);
  let ran: Instant | undefined;

  const momentsOn = (day: CalendarDate) => times.map((time) => momentOn(day, time));

  function latestAt(moment: Instant): Instant | undefined {
    const today = helsinkiDay(moment);
    return [...momentsOn(addDays(today, -1)), ...momentsOn(today)].findLast((due) => due <= moment);
  }

  function firstAfter(moment: Instant): Instant | undefined {
    const today = helsinkiDay(moment);
    return [...momentsOn(today), ...momentsOn(addDays(today, 1))].find((due) => due > moment);
  }

  return {
    lastDue: (until) => {
      const due = latestAt(until);
      return due !== undefined && (ran === undefined || due > ran) ? due : undefined;
    },
    nextDue: (now, until) => {
      const due = ran === undefined ? latestAt(now) : firstAfter(ran);
      return due !== undefined && due <= until ? due : undefined;
    },
    run: async (now) => {
      ran = now;
      const { idleUntil } = await doors.tick(name);
      return idleUntil;
    },
  };
}

/** Times of day of a schedule, `HH:MM`, earliest first. */
function timesOf(name: ScheduleName): readonly string[] {
  const [, minutes = '', hour = ''] = /^cron\(([\d,]+) (\d+) \* \* \? \*\)$/.exec(SCHEDULES[name].expression) ?? [];
  if (hour === '') throw new Error(`schedule ${name} does not run once a day`);
  return minutes.split(',').map((minute) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
}
