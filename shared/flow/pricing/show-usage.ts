import type { TenantId } from '#shared/domain/message/ids';
import { type Usage, type UsageCounted, usageOf } from '#shared/domain/pricing/usage';
import type { DayCounts } from '#shared/domain/traffic/day-counts';
import { sumOf } from '#shared/domain/traffic/figures';
import { firstDayOf, monthOf } from '#shared/domain/traffic/month';
import { type PaperDay, lotsOf } from '#shared/domain/traffic/paper-day';
import type { Counts } from '#shared/domain/traffic/service-month';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { makeTariffsOf } from '#shared/flow/pricing/show-costs';
import { type MonthCostPorts, PAGES_AT_ONCE } from '#shared/flow/pricing/show-month-costs';
import type { CalendarDate } from '#shared/kernel/time';
import type { Days } from '#shared/ports/traffic-counts';

export interface ShownUsage extends Usage, Days {
  /** False: there was more new than one call counts; the next call counts on. */
  readonly isUpToDate: boolean;
}

/** What an authority has used on some days: from counts, after counting what is new. */
export function makeShowUsage(ports: MonthCostPorts) {
  const { traffic } = ports;
  const { countTenant } = makeCountTraffic(ports);
  const tariffsOf = makeTariffsOf(ports);

  return async function showUsage(tenantId: TenantId, { from, to }: Days): Promise<ShownUsage> {
    const { isDone } = await countTenant(tenantId, PAGES_AT_ONCE);
    const book = { tenantId, book: await traffic.inForce(tenantId) };
    const [days, papers, tariffs] = await Promise.all([
      traffic.days(book, { from, to }),
      traffic.papers(book, { from, to }),
      tariffsOf(tenantId),
    ]);
    return { from, to, isUpToDate: isDone, ...usageOf(byMonth(days, papers), tariffs) };
  };
}

/** Prices change with months only. */
function byMonth(days: readonly DayCounts[], papers: readonly PaperDay[]): UsageCounted[] {
  const months = new Set([...days, ...papers].map(({ day }) => monthOf(day)));
  const isIn = (month: string) => (each: { readonly day: CalendarDate }) => monthOf(each.day) === month;
  return [...months].sort().map((month) => {
    const counts = sumOf(days.filter(isIn(month)));
    return {
      first: firstDayOf(month),
      deliveries: counts.deliveries ?? 0,
      channels: channelsIn(counts),
      stored: counts.stored ?? 0,
      fallback: counts.fallback ?? 0,
      letters: lotsOf(papers.filter(isIn(month))),
      printed: { LETTER: counts.printedLetter ?? 0, LETTER_ADVICE_OF_RECEIPT: counts.printedReceiptLetter ?? 0 },
    };
  });
}

function channelsIn(counts: Counts): UsageCounted['channels'] {
  return {
    ELECTRONIC: counts.electronic ?? 0,
    LETTER: counts.letter ?? 0,
    LETTER_ADVICE_OF_RECEIPT: counts.receiptLetter ?? 0,
    MANUAL: counts.manual ?? 0,
    UNDELIVERABLE: counts.undeliverable ?? 0,
  };
}
