import type { Programme } from '#shared/domain/programme/programme';
import { dueReports, nextDue, runMoments } from '#shared/domain/report-calendar/due-reports';
import { reportIdOf } from '#shared/domain/report-calendar/report-id';
import { scopeOf } from '#shared/domain/report-calendar/scope';
import type { OverdueOn } from '#shared/flow/own-data/count-overdue';
import { type MailReportsPorts, type Mailed, makeMailReports } from '#shared/flow/programme/mail-reports';
import { type MakeReportPorts, type SupportOf, makeMakeReport } from '#shared/flow/programme/make-report';
import { readAsNeeded } from '#shared/flow/programme/read-as-needed';
import type { TrafficUntil } from '#shared/flow/programme/read-traffic';
import { momentOn } from '#shared/kernel/calendar';
import { faultsIn, sideBySide } from '#shared/kernel/side-by-side';
import { type Instant, after, helsinkiDay, instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { RunMarks } from '#shared/ports/run-marks';

export interface RunReportsPorts extends MakeReportPorts, MailReportsPorts {
  readonly mails: MailReportsPorts['mails'];
  readonly shelf: MakeReportPorts['shelf'];
  readonly sealer: MakeReportPorts['sealer'] & MailReportsPorts['sealer'];
  readonly marks: RunMarks;
  readonly rows: Pick<ProgrammeRows, 'list'>;
  /** Everything that was on record of the programme at a moment. */
  readonly programmeAsOf: (moment: Instant) => Promise<Programme>;
  readonly trafficUntil: TrafficUntil;
  readonly supportOf: SupportOf;
  readonly overdueOn: OverdueOn;
}

export interface ReportsRun extends Mailed {
  readonly made: number;
  /** Until when nothing is due unless something is entered; absent where that is not known or work is left. */
  readonly idleUntil?: Instant;
}

const RUN = 'reports';
/** Stands for "never" where nobody is reported on. */
const EVER = instant.parse('9999-12-31T00:00:00.000Z');
const LAST_MOMENT = 1;
/** Reports under way at a time. */
const LANES = 8;

/**
 * Makes every report that fell due since the last run, in order, as things stood when it was due, and mails it. How far it
 * has come moves only past moments whose reports are all kept with their mails on record; what a run leaves, the next one
 * finds: after a kill, beside another run, or days later.
 *
 * @see REQ-016, REQ-198; domain.md 4.3
 */
export function makeRunReports(ports: RunReportsPorts) {
  const { marks, rows, clock, programmeAsOf } = ports;
  const makeReport = makeMakeReport(ports);
  const mailReports = makeMailReports(ports);

  /** @param hasTime whether the run may still take up the next piece of work */
  return async function runReports(hasTime: () => boolean = () => true): Promise<ReportsRun> {
    const now = clock();
    const since = await marks.begin(RUN, momentOn(helsinkiDay(now)));
    if ((await rows.list('organisations')).rows.length === 0) return idle(since, now);
    const outcome = await makeDue({ after: since, until: now }, hasTime);
    const mailed = await mailReports(hasTime);
    if (outcome.faults.length > 0) throw new AggregateError(outcome.faults, 'a report could not be made');
    const { made, last } = outcome;
    const isDone = mailed.waiting === 0 && last?.moment === now;
    return { made, ...mailed, ...(isDone ? { idleUntil: nextDue(scopeOf(last.programme), now) ?? EVER } : {}) };
  };

  /** Rows are never removed, so where there is no organisation now there was none before. */
  async function idle(since: Instant, now: Instant): Promise<ReportsRun> {
    const last = [...runMoments({ after: since, until: now })].at(-1);
    if (last) await marks.move(RUN, last);
    return { made: 0, sent: 0, waiting: 0, failed: 0, idleUntil: EVER };
  }

  async function makeDue(span: { after: Instant; until: Instant }, hasTime: () => boolean): Promise<Made> {
    const faults: unknown[] = [];
    let made = 0;
    let last: Made['last'];
    const moments = [...runMoments(span)];
    const until = moments.at(-1) ?? span.until;
    const programmeAt = readAsNeeded(programmeAsOf, until);
    for (const moment of moments) {
      const programme = await programmeAt(moment);
      const day = await makeDay(programme, moment, hasTime);
      made += day.made;
      faults.push(...day.faults);
      if (day.isCut) break;
      last = { moment, programme };
      if (faults.length === 0 && (day.wereDue || moment === until)) await marks.move(RUN, moment);
    }
    return { made, faults, last };
  }

  async function makeDay(programme: Programme, moment: Instant, hasTime: () => boolean) {
    const span = { after: after(moment, -LAST_MOMENT), until: moment };
    const all = dueReports(scopeOf(programme), span);
    const standing = await Promise.all(all.map(async (request) => ports.shelf.find(reportIdOf(request))));
    const records = {
      programme,
      made: new Set(standing.flatMap((report) => (report ? [report.id] : []))),
      trafficUntil: readOnce(ports.trafficUntil),
      supportOf: ports.supportOf,
      overdueOn: ports.overdueOn,
    };
    const results = await sideBySide({ all, lanes: LANES, isOpen: hasTime }, async (each) => makeReport(each, records));
    const made = results.filter((result) => result.status === 'fulfilled' && result.value).length;
    return { made, faults: faultsIn(results), wereDue: all.length > 0, isCut: results.length < all.length };
  }
}

interface Made {
  readonly made: number;
  readonly faults: readonly unknown[];
  /** The last moment that was gone through to its end. */
  readonly last?: { readonly moment: Instant; readonly programme: Programme };
}

/** The months up to one day serve every report of that day. */
function readOnce(trafficUntil: TrafficUntil): TrafficUntil {
  const known = new Map<string, ReturnType<TrafficUntil>>();
  return async (day) => {
    const months = known.get(day) ?? trafficUntil(day);
    known.set(day, months);
    return months;
  };
}
