import { type ChannelSplit, type Volume, splitSums } from '#shared/domain/programme/registry/volume';
import type { Row } from '#shared/domain/programme/row';

/** Transactions of a service in one year. A split that does not sum is none (TR-09). */
export interface Transactions {
  readonly year: number;
  readonly total: number;
  readonly split?: ChannelSplit;
}

/**
 * Transactions of each service in the latest year not after the round's that has a total. Where a year is told by target
 * groups or by size classes only, its parts are summed.
 *
 * @see REQ-247, REQ-264
 */
export function transactionsUntil(year: number, volumes: readonly Row<Volume>[]): ReadonlyMap<string, Transactions> {
  const told = volumes.flatMap((row) =>
    row.total === undefined || row.year > year ? [] : [{ ...row, total: row.total }],
  );
  const byService = Map.groupBy(told, ({ serviceId }) => serviceId);
  return new Map([...byService].map(([serviceId, rows]) => [serviceId, ofLatestYear(rows)]));
}

type Told = Row<Volume> & { readonly total: number };

function ofLatestYear(rows: readonly Told[]): Transactions {
  const year = Math.max(...rows.map((row) => row.year));
  return { year, ...summed(wholeOf(rows.filter((row) => row.year === year))) };
}

/** The newest row of everybody; or else the newest of each group, or of each size class. */
function wholeOf(rows: readonly Told[]): readonly Told[] {
  const newest = [...Map.groupBy(rows, partOf).values()].flatMap((same) => same.toSorted(byEntry).slice(-1));
  const whole = newest.filter((row) => partOf(row) === '/');
  const groups = newest.filter(({ sizeClass }) => sizeClass === undefined);
  return whole.length > 0 ? whole : groups.length > 0 ? groups : newest;
}

function partOf({ targetGroup, sizeClass }: Told): string {
  return `${targetGroup ?? ''}/${sizeClass ?? ''}`;
}

function byEntry(a: Told, b: Told): number {
  const [one, other] = [`${a.enteredAt} ${a.id}`, `${b.enteredAt} ${b.id}`];
  return one < other ? -1 : 1;
}

function summed(rows: readonly Told[]): Omit<Transactions, 'year'> {
  const splits = rows.flatMap((row) => (row.split && splitSums(row) ? [row.split] : []));
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return splits.length === rows.length ? { total, split: splits.reduce(added) } : { total };
}

function added(a: ChannelSplit, b: ChannelSplit): ChannelSplit {
  return {
    electronic: a.electronic + b.electronic,
    paper: a.paper + b.paper,
    visit: a.visit + b.visit,
    phone: a.phone + b.phone,
    other: a.other + b.other,
  };
}
