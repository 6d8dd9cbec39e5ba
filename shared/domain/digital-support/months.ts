/** Months that are told of at once. */
const MOST = 13;

/** @returns the months from one to another, both included; `undefined` when they are none or too many */
export function monthsBetween(from: string, to: string): readonly string[] | undefined {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (last < first || last - first >= MOST) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => monthNumbered(first + i));
}

function numberOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function monthNumbered(n: number): string {
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}
