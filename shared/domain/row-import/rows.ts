import type * as z from 'zod/mini';
import type { ImportError } from '#shared/domain/row-import/import-error';

/** Schemas of registers by their names in the API, in an order in which what a row refers to mostly comes before it. */
export type Schemas = Readonly<Record<string, z.ZodMiniType<object>>>;

/** A row as it came in, before any rule. */
export interface RawRow {
  readonly kind: string;
  readonly row: number;
  /** What pointers to its fields begin with. */
  readonly pointer: string;
  readonly raw: unknown;
}

/** A row whose fields are those of its register. */
export interface ImportedRow {
  readonly kind: string;
  readonly id: string;
  readonly fields: object;
  readonly row: number;
  readonly pointer: string;
}

/** What was read of an import, with everything that is wrong with it. Warnings keep nothing out. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  readonly errors: readonly ImportError[];
  readonly warnings: readonly ImportError[];
}

/** Most rows of one import, so that it is told in one answer and entered before the gateway, at 29 seconds, gives up. */
export const MOST_ROWS = 10_000;

/** A reading of nothing, because of one thing. */
export function unread(row: number, rule: string): Reading<never> {
  return { rows: [], errors: [{ row, pointer: '', rule }], warnings: [] };
}

/** JSON Pointer (RFC 6901) of a dotted path. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
