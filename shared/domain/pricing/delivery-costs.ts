import type { Delivery } from '#shared/domain/message/delivery';
import { type DeliveryFact, lastOf } from '#shared/domain/message/facts';
import { type Price, type PriceUnknown, type Priced, type Tariffs, priceOf } from '#shared/domain/pricing/price';
import type { TariffProduct } from '#shared/domain/programme/registry/tariff';
import { type CalendarDate, helsinkiDay } from '#shared/kernel/time';

/** Whole cents; `null`: no tariff says what it costs, which is not the same as nothing. */
export interface Cents {
  /** Without tax. */
  readonly netCents: number | null;
  readonly vatCents: number | null;
}

export interface CostItem extends Cents {
  readonly product: TariffProduct;
  /** The day in Helsinki whose tariffs it is priced by. */
  readonly day: CalendarDate;
}

export interface DeliveryCosts {
  /** In the order they came about: the message in the mailbox, each letter that was handed over. */
  readonly items: readonly CostItem[];
  /** What a letter in its place would have cost beyond it; absent: it went on paper too, or nowhere yet. */
  readonly saved?: Cents;
}

/** What a delivery has cost its sender, from its facts: a price that is entered late counts for what came before. */
export function costsOfDelivery({ facts, kind }: Pick<Delivery, 'facts' | 'kind'>, tariffs: Tariffs): DeliveryCosts {
  const items = facts.flatMap((fact) => itemOf(fact, tariffs));
  const stored = lastOf(facts, 'MAILBOX_STORED');
  if (!stored || lastOf(facts, 'HANDED_TO_POSTAL')) return { items };
  const product = kind === 'VERIFIABLE' ? 'LETTER_ADVICE_OF_RECEIPT' : 'LETTER';
  const day = helsinkiDay(stored.at);
  const letter = priceOf({ product, ...LEAST_PAPER }, tariffs, day);
  return { items, saved: beyond(letter, priceOf({ product: 'ELECTRONIC' }, tariffs, day)) };
}

/** The least that a letter takes: what is told as saved is never too much. */
export const LEAST_PAPER = { sheets: 1, envelope: 'C5', colour: false, duplex: true, abroad: false } as const;

function itemOf(fact: DeliveryFact, tariffs: Tariffs): CostItem[] {
  const day = helsinkiDay(fact.at);
  if (fact.type === 'MAILBOX_STORED') return [priced({ product: 'ELECTRONIC' }, tariffs, day)];
  if (fact.type !== 'HANDED_TO_POSTAL') return [];
  if (!fact.paper) return [{ product: fact.class, day, netCents: null, vatCents: null }];
  return [priced({ product: fact.class, ...fact.paper }, tariffs, day)];
}

function priced(item: Priced, tariffs: Tariffs, day: CalendarDate): CostItem {
  return { product: item.product, day, ...centsOf(priceOf(item, tariffs, day)) };
}

export function centsOf(price: Price | PriceUnknown): Cents {
  return price.known ? { netCents: price.netCents, vatCents: price.vatCents } : { netCents: null, vatCents: null };
}

export function beyond(letter: Price | PriceUnknown, message: Price | PriceUnknown): Cents {
  if (!letter.known || !message.known) return { netCents: null, vatCents: null };
  return { netCents: letter.netCents - message.netCents, vatCents: letter.vatCents - message.vatCents };
}
