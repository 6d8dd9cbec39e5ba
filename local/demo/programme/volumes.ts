import type { Days, ImportRow } from '#local/demo/programme/rows';

type Volume = ImportRow<'volumes'>;

/** Of the services in use so many have told their transactions, and so many of those their channels. */
const TOLD = 90;
const SPLIT = 81;

/** Transactions of the year before the round; what stands for other years is not the round's. */
export function volumes({ year, day }: Days, all: readonly ImportRow<'services'>[]): readonly Volume[] {
  const inUse = all.filter(
    ({ apiOnly, offerings }) => !apiOnly && offerings?.some(({ status }) => status === 'IN_USE') === true,
  );
  const told = inUse.slice(0, TOLD);
  return [
    ...told.map(({ id }, at): Volume => ({
      id: `${id}-${year(2018)}`,
      serviceId: id,
      year: year(2018),
      total: 100_000,
      ...(at < SPLIT ? { split: { electronic: 81_000, paper: 9000, visit: 6000, phone: 4000 } } : {}),
      method: at % 3 === 0 ? 'ESTIMATED' : 'MEASURED',
      reportedAt: day('2019-02-28'),
    })),
    ...told.slice(0, 20).map(({ id }): Volume => earlier(id, year(2017))),
    ...told.slice(0, 30).map(({ id }, at): Volume => later(id, year(2020), at)),
  ];
}

function earlier(id: string, year: number): Volume {
  const split = { electronic: 40_000, paper: 30_000, visit: 20_000, phone: 10_000 };
  return { id: `${id}-${year}`, serviceId: id, year, total: 100_000, split };
}

function later(id: string, year: number, at: number): Volume {
  const electronic = 85_000 + at * 400;
  const split = { electronic, paper: 100_000 - electronic, visit: 0, phone: 0 };
  return { id: `${id}-${year}`, serviceId: id, year, total: 100_000, split };
}
