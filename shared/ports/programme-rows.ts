import type { Row } from '#shared/domain/programme/row';
import type { Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';

/** The row has another version than the one it was to follow. */
export interface RowChanged {
  readonly kind: 'row-changed';
  /** Absent: there is no such row. */
  readonly version?: number;
}

/** A row to be entered. */
export interface NewRow {
  readonly kind: string;
  readonly id: string;
  readonly fields: object;
}

/** An id by which a listing goes on after its last row. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/**
 * Registers of the programme and of digital support: rows by kind and id. Every version is kept, so that a report of the
 * past can be made again from what was known then. All reads are strong.
 */
export interface ProgrammeRows {
  read(kind: string, id: string): Promise<Row | undefined>;
  /** @param follows the version it takes the place of; absent: there must be none */
  put(
    row: NewRow,
    given: { readonly at: Instant; readonly follows: number | undefined },
  ): Promise<Result<Row, RowChanged>>;
  /** @param after `next` of the page before */
  list(kind: string, after?: string): Promise<RowPage>;
  /** Every row of a kind as it stood at a moment, ordered by id. */
  asOf(kind: string, moment: Instant): Promise<readonly Row[]>;
  /** Enters all of them or none, taking the place of what is there; a repeat with the same import id changes nothing. */
  putAll(importId: string, rows: readonly NewRow[], at: Instant): Promise<void>;
}
