import { type ProgrammeSize, rowsOf, statutesUntil, supportOf, trafficUntil } from '#bench/programme/records';
import { type Report, type ReportKind, reportKind } from '#shared/domain/programme/report';
import { reportCsv } from '#shared/domain/report/csv';
import { reportPage } from '#shared/domain/report/html';
import { reportJson } from '#shared/domain/report/json';
import { linksOnHub } from '#shared/domain/report/links';
import { dueReports } from '#shared/domain/report-calendar/due-reports';
import { reportIdOf } from '#shared/domain/report-calendar/report-id';
import { scopeOf } from '#shared/domain/report-calendar/scope';
import { BUILDERS, type ReportMaterial, TELL_OF_TRAFFIC } from '#shared/flow/programme/builders';
import { readAsNeeded } from '#shared/flow/programme/read-as-needed';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import type { TrafficRead } from '#shared/flow/programme/read-traffic';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { type CalendarDate, DAY, type Instant, after } from '#shared/kernel/time';

export interface MonthFigures {
  readonly reports: number;
  /** Kinds that fell due. */
  readonly kinds: readonly ReportKind[];
  /** Characters of all pages, tables and files. */
  readonly written: number;
  /** Seconds of processor time, reading of the rows included. */
  readonly seconds: number;
}

/** Makes and renders every report that falls due in a month, moment by moment as the job does, one in memory at a time. */
export async function runMonth(
  size: ProgrammeSize,
  { from, days }: { from: Instant; days: number },
): Promise<MonthFigures> {
  const began = process.cpuUsage();
  const made = { reports: 0, written: 0, kinds: new Set<ReportKind>() };
  const before = after(from, -DAY);
  const programmeAt = readAsNeeded(
    makeReadProgramme({ rows: storedRows(size, before) }),
    after(from, (days - 1) * DAY),
  );
  for (let day = 0; day < days; day += 1) {
    const moment = after(from, day * DAY);
    const programme = await programmeAt(moment);
    const counted = new Map<CalendarDate, TrafficRead>();
    for (const request of dueReports(scopeOf(programme), { after: after(moment, -DAY), until: moment })) {
      const { kind, to } = request;
      const support = kind === 'R10' ? supportOf(size, before) : undefined;
      if (TELL_OF_TRAFFIC.has(kind) && !counted.has(to)) counted.set(to, countedUntil(size, to));
      const { traffic, statutes } = counted.get(to) ?? NOTHING_COUNTED;
      made.written += writtenOf(reportOf(request, { programme, traffic, statutes, support }));
      made.reports += 1;
      made.kinds.add(kind);
    }
  }
  const { user, system } = process.cpuUsage(began);
  const kinds = reportKind.options.filter((kind) => made.kinds.has(kind));
  return { ...made, kinds, seconds: (user + system) / 1e6 };
}

function countedUntil(size: ProgrammeSize, day: CalendarDate): TrafficRead {
  return { traffic: trafficUntil(size, day), statutes: statutesUntil(size, day) };
}

const NOTHING_COUNTED: TrafficRead = { traffic: [], statutes: [] };

function reportOf(request: ReportRequest, material: ReportMaterial): Report {
  const { kind, period, to: asOf, dueAt: createdAt, receivers } = request;
  const head = { id: reportIdOf(request), kind, period, asOf, createdAt, receivers: [...receivers] };
  return { ...head, ...BUILDERS[kind](request, material) };
}

function writtenOf(report: Report): number {
  const languages = ['fi', 'sv'] as const;
  const texts = languages.map(
    (language) =>
      reportPage(report, language, linksOnHub(language)).length + (reportCsv(report, language) ?? '').length,
  );
  return texts.reduce((sum, length) => sum + length, JSON.stringify(reportJson(report, '')).length);
}

/** Everything was entered before the first of the moments. */
function storedRows(size: ProgrammeSize, enteredAt: Instant) {
  const never = async (): Promise<never> => {
    throw new Error('reports only read what was on record');
  };
  return {
    asOf: async (kind: string) => rowsOf(kind, size, enteredAt),
    read: never,
    put: never,
    list: never,
    putAll: never,
  };
}
