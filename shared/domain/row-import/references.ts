import type { ImportError } from '#shared/domain/row-import/import-error';
import type { ImportedRow } from '#shared/domain/row-import/rows';

/** A field that names a row of a register: `organisationId`, `coOwners.*`, `offerings.*.serviceId`. */
export interface Reference {
  readonly path: string;
  readonly to: string;
}

/** The fields of each register that name rows of another. */
export type References = Readonly<Record<string, readonly Reference[]>>;

/** A row somebody names. */
export interface RowName {
  readonly kind: string;
  readonly id: string;
}

interface NamedRow extends RowName {
  /** JSON Pointer from its row. */
  readonly pointer: string;
}

/** Every row a row names. */
export function namedBy(references: References, { kind, fields }: Pick<ImportedRow, 'kind' | 'fields'>): NamedRow[] {
  return (references[kind] ?? []).flatMap(({ path, to }) =>
    valuesAt(fields, path.split('.')).map(({ value, pointer }) => ({ kind: to, id: value, pointer })),
  );
}

/** Names that nobody answers to. */
export function unknownNames(
  references: References,
  rows: readonly ImportedRow[],
  isKnown: (name: RowName) => boolean,
): ImportError[] {
  return rows.flatMap((each) =>
    namedBy(references, each)
      .filter((name) => !isKnown(name))
      .map(({ kind, pointer }) => ({
        row: each.row,
        pointer: each.pointer + pointer,
        rule: `UNKNOWN_REFERENCE: names no row of ${kind}, neither on record nor in the import`,
      })),
  );
}

interface Found {
  readonly value: string;
  readonly pointer: string;
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[], pointer = ''): Found[] {
  if (step === undefined) return typeof value === 'string' ? [{ value, pointer }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step !== '*') return valuesAt(Reflect.get(value, step), rest, `${pointer}/${step}`);
  return Array.isArray(value) ? value.flatMap((item, at) => valuesAt(item, rest, `${pointer}/${at}`)) : [];
}
