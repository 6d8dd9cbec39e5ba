import * as z from 'zod/mini';
import { type Month, month, monthsAfter, monthsBetween } from '#shared/domain/traffic/month';
import { t95 } from '#shared/domain/traffic/student-t';

/** The electronic share of one month, 0 to 100. */
export interface MonthlyShare {
  readonly month: Month;
  readonly share: number;
}

/** Months a trend needs. */
export const FEWEST_MONTHS = 6;
/** Months at the end that a back-test leaves out, where enough are left. */
const LEFT_OUT = 3;
/** How far ahead the line is followed: fifty years. */
const HORIZON = 600;
/** Rounding of sums must not move a month. */
const NEARLY = 1e-9;

const percent = z.number();

/** A month the line reaches 100 in; the interval by the bounds of the prediction, open where a bound never does. */
const reaching = z.object({ month, earliest: z.optional(month), latest: z.optional(month) });

/**
 * A straight line through the monthly shares, what it says of the next months, and how well such a line would have foretold
 * the last ones.
 */
export const trend = z.object({
  /** Months with deliveries that the line rests on, and the first and the last of them. */
  months: z.int(),
  from: month,
  to: month,
  /** Percentage points a month. */
  slope: percent,
  /** The line at its last month, and in the month after it with the interval a new month falls into 95 times of 100. */
  level: percent,
  next: z.object({ month, share: percent, low: percent, high: percent }),
  /** Absent: not by this trend. */
  reaches: z.optional(reaching),
  /** A line on the months before the last ones, against those: mean distance in percentage points, and how many fell inside. */
  backTest: z.optional(z.object({ months: z.int(), meanError: percent, inside: z.int() })),
});
export type Trend = z.infer<typeof trend>;

/** A line by least squares; x counts months from the first one. */
export interface Line {
  readonly from: Month;
  readonly slope: number;
  readonly intercept: number;
  /** Half of the 95 % prediction interval at a month. */
  readonly margin: (x: number) => number;
}

/**
 * Ordinary least squares over the months. Each month weighs the same: what moves a share from month to month is what people
 * and authorities do, not the luck of small numbers, and one big mailing must not decide the slope.
 *
 * @param shares at least three, of different months
 */
export function lineThrough(shares: readonly MonthlyShare[]): Line {
  const from = shares.map((each) => each.month).reduce((a, b) => (a < b ? a : b));
  const points = shares.map((each) => ({ x: monthsBetween(from, each.month), y: each.share }));
  const n = points.length;
  const meanX = sum(points.map(({ x }) => x)) / n;
  const meanY = sum(points.map(({ y }) => y)) / n;
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  const intercept = meanY - slope * meanX;
  const rest = sum(points.map(({ x, y }) => (y - intercept - slope * x) ** 2));
  const deviation = Math.sqrt(rest / (n - 2));
  const margin = (x: number) => t95(n - 2) * deviation * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / spread);
  return { from, slope, intercept, margin };
}

/**
 * The trend of the monthly electronic share (REQ-143, REQ-173).
 *
 * @param shares whole months only; a month without deliveries is left out and keeps its place on the line
 * @returns `undefined` when there are fewer than six
 */
export function trendOf(shares: readonly MonthlyShare[]): Trend | undefined {
  const inOrder = [...shares].sort((a, b) => (a.month < b.month ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || inOrder.length < FEWEST_MONTHS) return undefined;
  const line = lineThrough(inOrder);
  const end = monthsBetween(line.from, last.month);
  return {
    months: inOrder.length,
    from: first.month,
    to: last.month,
    slope: line.slope,
    level: within(at(line, end)),
    next: foretold(line, end + 1),
    reaches: reachingOf(line, end + 1),
    backTest: backTestOf(inOrder),
  };
}

/** The share a line tells for a month, kept between 0 and 100. */
export function shareAt(line: Line, wanted: Month): number {
  return within(at(line, monthsBetween(line.from, wanted)));
}

function foretold(line: Line, x: number): Trend['next'] {
  const [share, margin] = [at(line, x), line.margin(x)];
  return {
    month: monthsAfter(line.from, x),
    share: within(share),
    low: within(share - margin),
    high: within(share + margin),
  };
}

/** Looked for from the month after the last one on, month by month: whole months are all there is. */
function reachingOf(line: Line, start: number): Trend['reaches'] {
  const firstWith = (share: (x: number) => number): Month | undefined => {
    for (let x = start; x < start + HORIZON; x += 1) if (share(x) >= 100 - NEARLY) return monthsAfter(line.from, x);
    return undefined;
  };
  const reached = firstWith((x) => at(line, x));
  return reached === undefined
    ? undefined
    : {
        month: reached,
        earliest: firstWith((x) => at(line, x) + line.margin(x)),
        latest: firstWith((x) => at(line, x) - line.margin(x)),
      };
}

function backTestOf(inOrder: readonly MonthlyShare[]): Trend['backTest'] {
  const known = inOrder.slice(0, -LEFT_OUT);
  if (known.length < FEWEST_MONTHS) return undefined;
  const line = lineThrough(known);
  const later = inOrder.slice(-LEFT_OUT);
  const errors = later.map((each) => Math.abs(each.share - shareAt(line, each.month)));
  const inside = later.filter(
    (each, i) => (errors[i] ?? 0) <= line.margin(monthsBetween(line.from, each.month)) + NEARLY,
  );
  return { months: later.length, meanError: sum(errors) / errors.length, inside: inside.length };
}

function at({ intercept, slope }: Line, x: number): number {
  return intercept + slope * x;
}

function within(share: number): number {
  return Math.min(100, Math.max(0, share));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
