import { LEAST_PAPER } from '#shared/domain/pricing/delivery-costs';
import { type Priced, type Tariffs, priceOf } from '#shared/domain/pricing/price';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { PricedChannel } from '#shared/domain/programme/registry/pricing';
import type { CalendarDate } from '#shared/kernel/time';

/** Cents without tax; a channel without mail, or whose price no tariff says, is left out. */
export type MailCents = Partial<Readonly<Record<PricedChannel, number>>>;

const MAIL: readonly (readonly [PricedChannel, Priced])[] = [
  ['ELECTRONIC', { product: 'ELECTRONIC' }],
  ['PAPER', { product: 'LETTER', ...LEAST_PAPER }],
];

type UnitCosts = ProgrammeCalendar['unitCosts'];

const UNITS: readonly (readonly [keyof UnitCosts, Priced])[] = [
  ['electronic', { product: 'ELECTRONIC' }],
  ['letter', { product: 'LETTER', ...LEAST_PAPER }],
  ['receiptLetter', { product: 'LETTER_ADVICE_OF_RECEIPT', ...LEAST_PAPER }],
];

/**
 * What one message costs by each channel on a day, in cents without tax: by the general tariffs, a letter as one of a single
 * sheet; what they do not say is as the calendar has it.
 *
 * @see REQ-126, REQ-134
 */
export function unitCostsOn(tariffs: Tariffs, entered: UnitCosts, day: CalendarDate): UnitCosts {
  const general = tariffs.filter(({ organisationId }) => organisationId === undefined);
  const told = UNITS.flatMap(([unit, item]) => {
    const price = priceOf(item, general, day);
    return price.known ? [[unit, price.netCents] as const] : [];
  });
  return { ...entered, ...Object.fromEntries(told) };
}

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
