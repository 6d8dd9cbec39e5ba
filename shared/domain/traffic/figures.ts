import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Counts, Measure, ServiceMonth } from '#shared/domain/traffic/service-month';
import { MEASURES } from '#shared/domain/traffic/service-month';
import type { ToldCounts } from '#shared/domain/traffic/suppress';

/** Per cent with one decimal; `null`: there is nothing to divide by, or a part of it is not told. */
export type Rate = number | null;

/** Rates that follow from counts: each names what is counted and of what. */
const RATES = {
  /** Sent to the mailbox at first, of all that were sent (REQ-143). */
  electronicSharePct: [['electronic'], ['electronic', 'letter', 'receiptLetter']],
  consentCoveragePct: [['withConsent'], ['deliveries']],
  mailboxCoveragePct: [['withMailbox'], ['deliveries']],
  fallbackRatePct: [['fallback'], ['electronic']],
  undeliverableRatePct: [['undeliverable'], ['deliveries']],
  obligationNotMetRatePct: [['obligationNotMet'], ['deliveries']],
  windowExpiryRatePct: [['windowExpired'], ['electronicVerifiable']],
  openedRatePct: [['opened'], ['stored']],
} as const satisfies Record<string, readonly [readonly Measure[], readonly Measure[]]>;

export type RateName = keyof typeof RATES | 'unopenedRatePct';
export type Rates = Readonly<Record<RateName, Rate>>;

/** What of becomes of messages is counted in the month it happens, so a rate of a month can pass 100: it is told as 100. */
export function ratesOf(told: ToldCounts): Rates {
  const rate = (name: keyof typeof RATES): Rate => {
    const [part, whole] = [sumTold(told, RATES[name][0]), sumTold(told, RATES[name][1])];
    return part === null || whole === null ? null : percentOf(part, whole);
  };
  const openedRatePct = rate('openedRatePct');
  return {
    electronicSharePct: rate('electronicSharePct'),
    consentCoveragePct: rate('consentCoveragePct'),
    mailboxCoveragePct: rate('mailboxCoveragePct'),
    fallbackRatePct: rate('fallbackRatePct'),
    undeliverableRatePct: rate('undeliverableRatePct'),
    obligationNotMetRatePct: rate('obligationNotMetRatePct'),
    windowExpiryRatePct: rate('windowExpiryRatePct'),
    openedRatePct,
    unopenedRatePct: openedRatePct === null ? null : toTenth(100 - openedRatePct),
  };
}

/** The electronic share of what was sent, 0 to 100; `undefined` when nothing was. */
export function shareOf({ electronic = 0, letter = 0, receiptLetter = 0 }: Counts): number | undefined {
  const sent = electronic + letter + receiptLetter;
  return sent === 0 ? undefined : (100 * electronic) / sent;
}

/** Cost pools, by the calendar's names of their unit costs. */
export const COST_POOLS = ['electronic', 'letter', 'receiptLetter'] as const;
export type CostPool = (typeof COST_POOLS)[number];

/** Pools whose unit cost nobody has entered: what they cost is not known, which is not the same as nothing. */
export function costsNotEntered({ unitCosts }: Pick<ProgrammeCalendar, 'unitCosts'>): readonly CostPool[] {
  return COST_POOLS.filter((pool) => unitCosts[pool] === undefined);
}

/**
 * Cents by cost pool: what stands in mailboxes and what was printed, whatever the first decision was. `null`: not told, or its
 * unit cost was not entered.
 */
export interface Cost {
  readonly electronicCents: number | null;
  readonly letterCents: number | null;
  readonly receiptLetterCents: number | null;
}

export function costOf(told: ToldCounts, { unitCosts }: Pick<ProgrammeCalendar, 'unitCosts'>): Cost {
  const cents = (measure: Measure, unit: number | undefined) => {
    const count = told(measure);
    return typeof count === 'number' && unit !== undefined ? count * unit : null;
  };
  return {
    electronicCents: cents('stored', unitCosts.electronic),
    letterCents: cents('printedLetter', unitCosts.letter),
    receiptLetterCents: cents('printedReceiptLetter', unitCosts.receiptLetter),
  };
}

/** Everything together; `null` when a part is not known. */
export function totalOf({ electronicCents, letterCents, receiptLetterCents }: Cost): number | null {
  const parts = [electronicCents, letterCents, receiptLetterCents];
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** Counts of several months or services added up. */
export function sumOf(months: readonly Pick<ServiceMonth, 'counts'>[]): Counts {
  const sums = new Map<Measure, number>();
  for (const { counts } of months)
    for (const measure of MEASURES) {
      const count = counts[measure];
      if (count !== undefined) sums.set(measure, count + (sums.get(measure) ?? 0));
    }
  return Object.fromEntries(sums);
}

/** Per cent with one decimal, at most 100; `null` when there is no whole. */
export function percentOf(part: number, whole: number): Rate {
  return whole === 0 ? null : Math.min(100, toTenth((100 * part) / whole));
}

export function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function sumTold(told: ToldCounts, measures: readonly Measure[]): number | null {
  const counts = measures.map(told);
  return counts.every((count) => typeof count === 'number') ? counts.reduce((sum, count) => sum + count, 0) : null;
}
