import { PRICING_RULES, type PricingCode, type PricingLevel, type PricingRule } from '#shared/domain/pricing/rules';
import type { MailCents } from '#shared/domain/pricing/mail-cents';
import { type PricedTier, centsOf, costOf } from '#shared/domain/pricing/tier';
import type { PricedChannel } from '#shared/domain/programme/registry/pricing';

export interface PricingFinding extends PricingRule {
  readonly code: PricingCode;
  /** Channels whose tiers it concerns. */
  readonly channels: readonly PricedChannel[];
}

export interface PricingCheck {
  /** The worst of the findings. */
  readonly result: 'OK' | PricingLevel;
  readonly findings: readonly PricingFinding[];
}

/** Options of the programme that the check depends on. */
export interface PricingLimits {
  /** Per cent of the higher fee by which the lower one may differ. */
  readonly reasonableFeeDifferencePct: number;
  /** Cents without tax of the least mail by a channel; absent: no tariff says it. */
  readonly mailCents?: MailCents;
}

/**
 * Checks the fees of one service by channel, at most one tier for each.
 *
 * @see domain.md 3.8; REQ-126 to REQ-136
 */
export function checkPricing(tiers: readonly PricedTier[], limits: PricingLimits): PricingCheck {
  const findings = [...acrossChannels(tiers, limits), ...tiers.flatMap((tier) => ofOneChannel(tier, limits))];
  return { result: worstOf(findings), findings };
}

function ofOneChannel(tier: PricedTier, { mailCents }: PricingLimits): PricingFinding[] {
  const { channel, fee, previousFee } = tier;
  const cost = costOf(tier);
  const isRaised = channel !== 'ELECTRONIC' && previousFee !== undefined && fee > previousFee;
  return [
    ...found(cost.known && centsOf(fee) > cost.cents, 'FEE_ABOVE_COST', [channel]),
    ...found(isRaised, 'TRADITIONAL_FEE_RAISED', [channel]),
    ...found(!cost.known, 'COSTS_MISSING', [channel]),
    ...found(cost.known && !cost.agree, 'COSTS_DISAGREE', [channel]),
    ...found(cost.known && cost.cents < (mailCents?.[channel] ?? 0), 'COSTS_BELOW_MAIL', [channel]),
  ];
}

function acrossChannels(tiers: readonly PricedTier[], limits: PricingLimits): PricingFinding[] {
  const electronic = tiers.find(({ channel }) => channel === 'ELECTRONIC');
  const others = tiers.filter((tier) => tier !== electronic);
  if (!electronic) return beyondLimit(tiers, limits);
  const isFree = electronic.fee === 0 && others.some(({ channel, fee }) => channel === 'PAPER' && fee > 0);
  const cheaper = others.filter(({ fee }) => fee < electronic.fee);
  return [
    ...found(isFree, 'FREE_ELECTRONIC_PAID_PAPER', ['ELECTRONIC', 'PAPER']),
    ...terminal(electronic, others),
    ...found(cheaper.length > 0, 'ELECTRONIC_DEARER', ['ELECTRONIC', ...channelsOf(cheaper)]),
    ...beyondLimit(tiers, limits),
  ];
}

/** Where a visit costs more than the electronic channel, a visitor must be able to use that one. */
function terminal(electronic: PricedTier, others: readonly PricedTier[]): PricingFinding[] {
  const dearer = others.filter(({ fee }) => fee > electronic.fee);
  if (dearer.length === 0) return [];
  const told = [electronic, ...others].map(({ customerTerminalAtOffice }) => customerTerminalAtOffice);
  const visits = dearer.filter(({ channel }) => channel === 'VISIT');
  if (told.includes(false)) return found(true, 'NO_CUSTOMER_TERMINAL', ['ELECTRONIC', ...channelsOf(dearer)]);
  return found(visits.length > 0 && !told.includes(true), 'CUSTOMER_TERMINAL_UNKNOWN', ['VISIT']);
}

/** In whole cents, so that a difference at the limit is not beyond it. */
function beyondLimit(tiers: readonly PricedTier[], limits: PricingLimits): PricingFinding[] {
  const byFee = [...tiers].sort((a, b) => a.fee - b.fee);
  const [cheapest, dearest] = [byFee.at(0), byFee.at(-1)];
  if (!cheapest || !dearest) return [];
  const highest = centsOf(dearest.fee);
  const isBeyond = (highest - centsOf(cheapest.fee)) * 100 > limits.reasonableFeeDifferencePct * highest;
  return found(isBeyond, 'DIFFERENCE_ABOVE_LIMIT', [cheapest.channel, dearest.channel]);
}

function found(holds: boolean, code: PricingCode, channels: readonly PricedChannel[]): PricingFinding[] {
  return holds ? [{ code, channels, ...PRICING_RULES[code] }] : [];
}

function channelsOf(tiers: readonly PricedTier[]): PricedChannel[] {
  return tiers.map(({ channel }) => channel);
}

function worstOf(findings: readonly PricingFinding[]): PricingCheck['result'] {
  if (findings.some(({ level }) => level === 'BLOCK')) return 'BLOCK';
  return findings.length > 0 ? 'WARN' : 'OK';
}
