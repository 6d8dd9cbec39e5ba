import type { Report } from '#shared/domain/programme/report';
import { audiencesOf } from '#shared/domain/report-calendar/audience';
import { type ReportShelf, type ShelvedReport, newestOf, placeOf } from '#shared/ports/report-shelf';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryReportShelf(): ReportShelf {
  const reports = new Map<string, Report>();
  return {
    keep: async (report) => {
      const standing = reports.get(report.id) ?? structuredClone(report);
      reports.set(report.id, standing);
      return structuredClone(standing);
    },
    find: async (id) => {
      const found = reports.get(id);
      return found && entryOf(found);
    },
    read: async (id) => structuredClone(reports.get(id)),
    list: async ({ audiences, kinds, period, after, limit }) => {
      const found = [...reports.values()].filter(
        (each) =>
          kinds.includes(each.kind) &&
          audiencesOf(each.receivers).some((audience) => audiences.includes(audience)) &&
          (period === undefined || each.period === period) &&
          (after === undefined || placeOf(each) < after),
      );
      return newestOf(found.map(entryOf), limit);
    },
  };
}

function entryOf({ id, kind, period, createdAt, receivers, title }: Report): ShelvedReport {
  return structuredClone({ id, kind, period, createdAt, receivers, title });
}
