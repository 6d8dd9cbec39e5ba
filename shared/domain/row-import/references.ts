import type { ImportError } from '#shared/domain/row-import/import-error';
import { type ImportedRow, pointerOf } from '#shared/domain/row-import/rows';

/** A row somebody names. */
export interface RowName {
  readonly kind: string;
  readonly id: string;
}

/** Every row that a row names, by the dotted path of the field that names it. */
export type NamesIn = (row: Pick<ImportedRow, 'kind' | 'fields'>) => readonly (RowName & { readonly field: string })[];

/** Names that nobody answers to. */
export function unknownNames(
  namesIn: NamesIn,
  rows: readonly ImportedRow[],
  isKnown: (name: RowName) => boolean,
): ImportError[] {
  return rows.flatMap((each) =>
    namesIn(each)
      .filter((name) => !isKnown(name))
      .map(({ kind, field }) => ({
        row: each.row,
        pointer: each.pointer + pointerOf(field.split('.')),
        rule: `UNKNOWN_REFERENCE: names no row of ${kind}, neither on record nor in the import`,
      })),
  );
}
