import type { Paper } from '#shared/domain/message/paper';
import { type Cents, LEAST_PAPER, beyond, centsOf } from '#shared/domain/pricing/delivery-costs';
import { type Priced, type Tariffs, priceOfMany } from '#shared/domain/pricing/price';
import type { TariffProduct } from '#shared/domain/programme/registry/tariff';
import { addMonths, daysBetween } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';

type LetterProduct = Exclude<TariffProduct, 'ELECTRONIC'>;

/** Letters that cost the same, but for their sheets. */
export interface LetterLot {
  readonly kind: Omit<Paper, 'sheets'> & { readonly class: LetterProduct };
  readonly items: number;
  readonly sheets: number;
}

/** What has been counted of an authority's month. */
export interface MonthCounted {
  /** Its first day. */
  readonly first: CalendarDate;
  /** Messages that came to stand in mailboxes, and those of them that went on paper after it. */
  readonly stored: number;
  readonly fallback: number;
  readonly letters: readonly LetterLot[];
  /** Letters handed over by class, those included whose sheets were not kept. */
  readonly printed: Readonly<Record<LetterProduct, number>>;
}

export interface CostLine extends Cents, Partial<Omit<LetterLot['kind'], 'class'>> {
  readonly product: TariffProduct;
  readonly items: number;
  readonly sheets: number;
}

export interface MonthCosts {
  readonly lines: readonly CostLine[];
  /** `null` where a line is unknown. */
  readonly total: Cents;
  /** What stayed in mailboxes, against as many ordinary letters of one sheet. */
  readonly saved: Cents;
  /** The whole month at the pace of its days so far; absent: it is over, or has not begun. */
  readonly forecast?: Cents;
}

/** What a month has cost, by the tariffs of its first day: they change with months only. */
export function costsOfMonth(counted: MonthCounted, tariffs: Tariffs, today: CalendarDate): MonthCosts {
  const { first, stored, fallback, letters } = counted;
  const price = (item: Priced, items: number, sheets: number) => priceOfMany({ item, items, sheets }, tariffs, first);
  const lineOf = ({ kind: { class: product, ...paper }, items, sheets }: LetterLot): CostLine => ({
    product,
    ...paper,
    items,
    sheets,
    ...centsOf(price({ product, sheets, ...paper }, items, sheets)),
  });
  const message = { product: 'ELECTRONIC' } as const;
  const electronic = { ...message, items: stored, sheets: 0, ...centsOf(price(message, stored, 0)) };
  const lines = [...(stored > 0 ? [electronic] : []), ...letters.map(lineOf), ...notKept(counted)];
  const stayed = Math.max(0, stored - fallback);
  const instead = price({ product: 'LETTER', ...LEAST_PAPER }, stayed, stayed);
  const total = sumOfCents(lines);
  return { lines, total, saved: beyond(instead, price(message, stayed, 0)), ...forecastOf(total, first, today) };
}

/** Letters of which only the class is known have no price. */
function notKept({ letters, printed }: MonthCounted): CostLine[] {
  return (['LETTER', 'LETTER_ADVICE_OF_RECEIPT'] as const).flatMap((product) => {
    const kept = letters.reduce((sum, { kind, items }) => (kind.class === product ? sum + items : sum), 0);
    const items = printed[product] - kept;
    return items > 0 ? [{ product, items, sheets: 0, netCents: null, vatCents: null }] : [];
  });
}

/** `null` where one of them is. */
export function sumOfCents(lines: readonly Cents[]): Cents {
  const sum = (values: readonly (number | null)[]) =>
    values.reduce((all, each) => (all === null || each === null ? null : all + each), 0);
  return { netCents: sum(lines.map(({ netCents }) => netCents)), vatCents: sum(lines.map(({ vatCents }) => vatCents)) };
}

function forecastOf(total: Cents, first: CalendarDate, today: CalendarDate): Pick<MonthCosts, 'forecast'> {
  const days = daysBetween(first, addMonths(first, 1));
  const gone = daysBetween(first, today) + 1;
  if (gone < 1 || gone > days) return {};
  const whole = (cents: number | null) => (cents === null ? null : Math.round((cents * days) / gone));
  return { forecast: { netCents: whole(total.netCents), vatCents: whole(total.vatCents) } };
}
