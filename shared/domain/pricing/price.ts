import type { Paper } from '#shared/domain/message/paper';
import type { Tariff, TariffProduct } from '#shared/domain/programme/registry/tariff';
import type { CalendarDate } from '#shared/kernel/time';

export interface PricedLetter extends Paper {
  readonly product: Exclude<TariffProduct, 'ELECTRONIC'>;
}

/** A message that stands in a mailbox. */
export interface PricedMessage {
  readonly product: 'ELECTRONIC';
  readonly costPool?: string | undefined;
}

export type Priced = PricedLetter | PricedMessage;

/** Whole cents; what is paid is both together. */
export interface Price {
  readonly known: true;
  /** Without tax. */
  readonly netCents: number;
  readonly vatCents: number;
}

/** Nobody has entered what it costs, which is not the same as nothing. */
export interface PriceUnknown {
  readonly known: false;
}

export const UNKNOWN_PRICE: PriceUnknown = { known: false };

/** Tariffs as one payer sees them, with the names of their rows. */
export type Tariffs = readonly (Tariff & { readonly id: string })[];

/**
 * What one message or letter costs on a day.
 *
 * @param tariffs the general ones, and those of the payer's organisation
 */
export function priceOf(item: Priced, tariffs: Tariffs, day: CalendarDate): Price | PriceUnknown {
  return priceOfMany({ item, items: 1, sheets: 'sheets' in item ? item.sheets : 0 }, tariffs, day);
}

/** Things of one kind, as they are counted. */
export interface Lot {
  readonly item: Priced;
  readonly items: number;
  /** Of all of them together. */
  readonly sheets: number;
}

/** What all of a lot cost on a day, nothing where it is empty: each by itself rounded would differ by its tax, so tax is told of the whole. */
export function priceOfMany({ item, items, sheets }: Lot, tariffs: Tariffs, day: CalendarDate): Price | PriceUnknown {
  if (items === 0) return { known: true, netCents: 0, vatCents: 0 };
  const found = tariffFor(item, tariffs, day);
  if (!found) return UNKNOWN_PRICE;
  const netCents = items * found.itemCents + sheets * found.sheetCents;
  return { known: true, netCents, vatCents: taxOn(netCents, found.vatPerMille) };
}

/** Half a cent is rounded up. */
export function taxOn(netCents: number, vatPerMille: number): number {
  return Math.floor((netCents * vatPerMille + 500) / 1000);
}

/** The tariff that holds for it: of the organisation before the general one, the closest before the wider, then the latest. */
export function tariffFor(item: Priced, tariffs: Tariffs, day: CalendarDate): Tariffs[number] | undefined {
  return tariffs
    .filter((each) => isInForce(each, day) && fits(each, item))
    .toSorted((a, b) => closeness(b) - closeness(a) || later(b, a))
    .at(0);
}

function isInForce({ validFrom, endsBefore }: Tariff, day: CalendarDate): boolean {
  return validFrom <= day && (endsBefore === undefined || day < endsBefore);
}

const CONDITIONS = ['envelope', 'colour', 'duplex', 'abroad'] as const satisfies readonly (keyof Tariff)[];

function fits(tariff: Tariff, item: Priced): boolean {
  if (tariff.product !== item.product) return false;
  if (tariff.costPool !== undefined && tariff.costPool !== item.costPool) return false;
  return item.product === 'ELECTRONIC' || CONDITIONS.every((name) => (tariff[name] ?? item[name]) === item[name]);
}

/** Whose it is weighs more than who pays, and that more than any number of conditions. */
function closeness(tariff: Tariff): number {
  const conditions = CONDITIONS.filter((name) => tariff[name] !== undefined).length;
  return (tariff.organisationId === undefined ? 0 : 20) + (tariff.costPool === undefined ? 0 : 10) + conditions;
}

/** Two that hold alike: the one that began later, then the one whose name comes last. */
function later(a: Tariffs[number], b: Tariffs[number]): number {
  return a.validFrom.localeCompare(b.validFrom) || a.id.localeCompare(b.id);
}
