import type { Doors } from '#local/doors';
import { SCHEDULES, type ScheduleName } from '#shared/contracts/pipeline';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type Instant, helsinkiDay } from '#shared/kernel/time';

/** A schedule of the table that runs once a day, driven by a clock that is moved. */
export interface Daily {
  /**
   * The last moment up to and including `until` at which it has to run; `undefined` when there is none since it last ran.
   * What catches up by its own watermark need not run on each day that was skipped.
   */
  lastDue(until: Instant): Instant | undefined;
  run(now: Instant): Promise<void>;
}

/** Due from the moment it is made. */
export function makeDaily(name: ScheduleName, doors: Pick<Doors, 'tick'>): Daily {
  const [, minute = '', hour = ''] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(SCHEDULES[name].expression) ?? [];
  if (hour === '') throw new Error(`schedule ${name} does not run once a day`);
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  let ran: Instant | undefined;

  function latestAt(moment: Instant): Instant {
    const today = helsinkiDay(moment);
    const due = momentOn(today, time);
    return due <= moment ? due : momentOn(addDays(today, -1), time);
  }

  return {
    lastDue: (until) => {
      const due = latestAt(until);
      return ran === undefined || due > ran ? due : undefined;
    },
    run: async (now) => {
      ran = now;
      await doors.tick(name);
    },
  };
}

/** Several of them as one: those that are due run in their order. */
export function together(dailies: readonly Daily[]): Daily {
  const firstOf = (dues: readonly (Instant | undefined)[]) => dues.filter((due) => due !== undefined).sort()[0];
  return {
    lastDue: (until) => firstOf(dailies.map((daily) => daily.lastDue(until))),
    run: async (now) => {
      for (const daily of dailies) if (daily.lastDue(now) !== undefined) await daily.run(now);
    },
  };
}
