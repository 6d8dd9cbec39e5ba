import { type Directory, plain } from '#shared/domain/digital-support/directory';
import { codeAs, namesIn, type TermList } from '#shared/domain/digital-support/terms';
import { type Cell, type Column, SUPPRESSED } from '#shared/domain/programme/report';

type Heading = readonly [fi: string, sv: string];

export function column(id: string, type: Exclude<Column['type'], 'code'>, [fi, sv]: Heading): Column {
  return { id, type, heading: { fi, sv } };
}

/** A column of codes, named by the code lists in force. */
export function termColumn({ terms }: Directory, list: TermList, [fi, sv]: Heading): Column {
  return { id: list.toLowerCase(), type: 'code', heading: { fi, sv }, codes: namesIn(terms, list) };
}

/** Says counts of people, or of what single people did, only where they are not too few to be told. */
export type TellCount = (count: number) => Cell;

export function tellFrom(limit: number): TellCount {
  return (count) => (count > 0 && count < limit ? SUPPRESSED : count);
}

/** A code as the report shows it: the same whoever entered it. */
export function cellOf(code: string | undefined): Cell {
  return code === undefined ? null : codeAs(code);
}

/** Every region that anything on record names, in order. */
export function regionsIn(directory: Directory, more: readonly string[]): readonly string[] {
  const named = [
    ...directory.centres.map(({ region }) => region),
    ...directory.providers.flatMap(({ area }) => area.regions),
    ...more,
  ];
  return [...new Map(named.map((region) => [plain(region), region])).values()].sort();
}

/** Sums of a number by a name, in the order of the names. */
export function sumsBy<T>(all: readonly T[], nameOf: (each: T) => string, numberOf: (each: T) => number) {
  const groups = Map.groupBy(all, nameOf);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, those]) => ({ name, those, sum: those.reduce((sum, each) => sum + numberOf(each), 0) }));
}
