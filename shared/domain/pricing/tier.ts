import type { PricedChannel, PricingTier } from '#shared/domain/programme/registry/pricing';
import type { CalendarDate } from '#shared/kernel/time';

/** What of a tier its check depends on. Euros. */
export interface PricedTier {
  readonly channel: PricedChannel;
  readonly fee: number;
  readonly previousFee?: number;
  readonly costs?: Readonly<Record<string, number>>;
  readonly fullCost?: number;
  readonly customerTerminalAtOffice?: boolean;
}

/** Whole cents of an amount with at most two decimals. */
export function centsOf(euros: number): number {
  return Math.round(euros * 100);
}

interface KnownCost {
  readonly known: true;
  readonly cents: number;
  /** Whether its components sum to it. */
  readonly agree: boolean;
}

/** What one transaction costs by the channel: the sum that is told, else that of its components. */
export function costOf({
  costs = {},
  fullCost,
}: Pick<PricedTier, 'costs' | 'fullCost'>): KnownCost | { readonly known: false } {
  const parts = Object.values(costs);
  const summed = parts.reduce((sum, part) => sum + centsOf(part), 0);
  if (fullCost === undefined) return parts.length > 0 ? { known: true, cents: summed, agree: true } : { known: false };
  const cents = centsOf(fullCost);
  return { known: true, cents, agree: parts.length === 0 || summed === cents };
}

/** Of each channel the tier that is in force on a day: the latest to have begun; one without a day has always been. */
export function tiersOn<T extends Pick<PricingTier, 'channel' | 'validFrom'>>(
  tiers: readonly T[],
  day: CalendarDate,
): T[] {
  const byBeginning = tiers
    .filter(({ validFrom }) => validFrom === undefined || validFrom <= day)
    .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
  return [...new Map(byBeginning.map((tier) => [tier.channel, tier])).values()];
}
