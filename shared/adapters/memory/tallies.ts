import type { Tallies } from '#shared/ports/tallies';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryTallies(): Tallies {
  const counts = new Map<string, Map<string, number>>();
  const drawn = new Map<string, { readonly span: string; readonly used: number }>();
  const nameOf = (series: string, month: string) => JSON.stringify([series, month]);
  return {
    add: async (series, month, name) => {
      const ofMonth = counts.get(nameOf(series, month)) ?? new Map<string, number>();
      counts.set(nameOf(series, month), ofMonth.set(name, (ofMonth.get(name) ?? 0) + 1));
    },
    of: async (series, month) => new Map(counts.get(nameOf(series, month))),
    draw: async (budget, { span, most }) => {
      const last = drawn.get(budget);
      const used = last?.span === span ? last.used : 0;
      if (used >= most) return false;
      drawn.set(budget, { span, used: used + 1 });
      return true;
    },
  };
}
