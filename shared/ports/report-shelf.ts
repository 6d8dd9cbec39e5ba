import type { Report, ReportKind } from '#shared/domain/programme/report';
import type { Audience } from '#shared/domain/report-calendar/audience';

/** A report as lists name it. */
export type ShelvedReport = Pick<Report, 'id' | 'kind' | 'period' | 'createdAt' | 'receivers' | 'title'>;

export interface ShelfQuery {
  /** A report for any of them is listed once. */
  readonly audiences: readonly Audience[];
  readonly kinds: readonly ReportKind[];
  /** @default any */
  readonly period?: string;
  /** Lists what comes after this place (`placeOf`). @default the beginning */
  readonly after?: string;
  readonly limit: number;
}

/** The reports that were made, each kept for ever as it was first. */
export interface ReportShelf {
  /** Keeps a report unless one with its id is kept: then that one stays. @returns the one that stands */
  keep(report: Report): Promise<Report>;
  find(id: string): Promise<ShelvedReport | undefined>;
  read(id: string): Promise<Report | undefined>;
  /** Newest first. */
  list(query: ShelfQuery): Promise<readonly ShelvedReport[]>;
}

/** Where a report stands in lists: by its moment, then by its id. */
export function placeOf({ createdAt, id }: Pick<Report, 'createdAt' | 'id'>): string {
  return `${createdAt}#${id}`;
}

/** What a list has in its first places. */
export function newestOf(found: readonly ShelvedReport[], limit: number): readonly ShelvedReport[] {
  const once = [...new Map(found.map((each) => [each.id, each])).values()];
  return once.sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)).slice(0, limit);
}
