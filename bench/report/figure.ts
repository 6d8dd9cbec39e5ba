/** One line of a report. */
export interface Figure {
  readonly name: string;
  /** Nothing where the system does not tell. */
  readonly measured: number | undefined;
  /** What we want. */
  readonly aim?: number;
  /** What must not be passed; where the aim is missed, what is measured now, rounded up. */
  readonly budget?: number;
  /** `least`: the aim is to reach it, not to stay below. @default 'most' */
  readonly wanted?: 'least' | 'most';
}

export function isOverBudget({ measured, budget }: Figure): boolean {
  return budget !== undefined && !(measured !== undefined && measured <= budget);
}

/** Prints figures as one table. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    written(figure.measured),
    written(figure.aim),
    written(figure.budget),
    verdictOf(figure),
  ]);
  const table = [[title, 'measured', 'aim', 'budget', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const [name = '', ...rest] of table) {
    const cells = rest.map((cell, i) => (i < 3 ? cell.padStart(widths[i + 1] ?? 0) : cell));
    console.log([name.padEnd(widths[0] ?? 0), ...cells].join('  ').trimEnd());
  }
  console.log();
}

function verdictOf(figure: Figure): string {
  const { measured, aim, wanted = 'most' } = figure;
  if (isOverBudget(figure)) return 'OVER BUDGET';
  if (measured === undefined || aim === undefined) return '';
  const missed = wanted === 'most' ? measured > aim : measured < aim;
  return missed ? 'misses the aim' : '';
}

function written(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}
