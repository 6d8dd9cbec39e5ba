import { LEAST_PAPER } from '#shared/domain/pricing/delivery-costs';
import { type Priced, type Tariffs, priceOf } from '#shared/domain/pricing/price';
import type { PricedChannel } from '#shared/domain/programme/registry/pricing';
import type { CalendarDate } from '#shared/kernel/time';

/** Cents without tax; a channel without mail, or whose price no tariff says, is left out. */
export type MailCents = Partial<Readonly<Record<PricedChannel, number>>>;

const MAIL: readonly (readonly [PricedChannel, Priced])[] = [
  ['ELECTRONIC', { product: 'ELECTRONIC' }],
  ['PAPER', { product: 'LETTER', ...LEAST_PAPER }],
];

/** What the least mail by each channel costs on a day: a transaction that is answered by it costs at least that. */
export function mailCentsOn(tariffs: Tariffs, day: CalendarDate): MailCents {
  const general = tariffs.filter(({ organisationId }) => organisationId === undefined);
  return Object.fromEntries(
    MAIL.flatMap(([channel, item]) => {
      const price = priceOf(item, general, day);
      return price.known ? [[channel, price.netCents] as const] : [];
    }),
  );
}
