import { type ProgrammeSize, rowsOf, trafficUntil } from '#bench/programme/records';
import { type Report, type ReportKind, reportKind } from '#shared/domain/programme/report';
import { reportCsv } from '#shared/domain/report/csv';
import { reportPage } from '#shared/domain/report/html';
import { reportJson } from '#shared/domain/report/json';
import { linksOnHub } from '#shared/domain/report/links';
import { dueReports } from '#shared/domain/report-calendar/due-reports';
import { reportIdOf } from '#shared/domain/report-calendar/report-id';
import { scopeOf } from '#shared/domain/report-calendar/scope';
import { BUILDERS } from '#shared/flow/programme/builders';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { DAY, type Instant, after, helsinkiDay } from '#shared/kernel/time';

export interface MonthFigures {
  readonly reports: number;
  readonly kinds: readonly ReportKind[];
  /** Kinds that fell due and that nobody knows how to make yet. */
  /** Characters of all pages, tables and files. */
  readonly written: number;
  /** Seconds of processor time, reading of the rows included. */
  readonly seconds: number;
}

/** Makes and renders every report that falls due in a month, moment by moment as the job does. */
export async function runMonth(
  size: ProgrammeSize,
  { from, days }: { from: Instant; days: number },
): Promise<MonthFigures> {
  const began = process.cpuUsage();
  const made = { reports: 0, written: 0, kinds: new Set<ReportKind>() };
  for (let day = 0; day < days; day += 1) {
    const moment = after(from, day * DAY);
    const programme = await makeReadProgramme({ rows: storedRows(size) })(moment);
    const traffic = trafficUntil(size, helsinkiDay(moment));
    for (const request of dueReports(scopeOf(programme), { after: after(moment, -DAY), until: moment })) {
      const build = BUILDERS[request.kind];
      const { kind, period, to: asOf, dueAt: createdAt, receivers } = request;
      const head = { id: reportIdOf(request), kind, period, asOf, createdAt, receivers: [...receivers] };
      made.written += writtenOf({ ...head, ...build(request, { programme, traffic }) });
      made.reports += 1;
      made.kinds.add(kind);
    }
  }
  const { user, system } = process.cpuUsage(began);
  const inOrder = (kinds: ReadonlySet<ReportKind>) => reportKind.options.filter((kind) => kinds.has(kind));
  const { reports, written, kinds } = made;
  return { reports, written, kinds: inOrder(kinds), seconds: (user + system) / 1e6 };
}

function writtenOf(report: Report): number {
  const languages = ['fi', 'sv'] as const;
  const texts = languages.flatMap((language) => [
    reportPage(report, language, linksOnHub(language)),
    reportCsv(report, language) ?? '',
  ]);
  return [...texts, JSON.stringify(reportJson(report, ''))].reduce((sum, text) => sum + text.length, 0);
}

function storedRows(size: ProgrammeSize) {
  const never = async (): Promise<never> => {
    throw new Error('reports only read what was on record');
  };
  return {
    asOf: async (kind: string, moment: Instant) => rowsOf(kind, size, after(moment, -DAY)),
    read: never,
    put: never,
    list: never,
    putAll: never,
  };
}
