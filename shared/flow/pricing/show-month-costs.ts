import type { TenantId } from '#shared/domain/message/ids';
import { type MonthCosts, costsOfMonth } from '#shared/domain/pricing/month-costs';
import { sumOf } from '#shared/domain/traffic/figures';
import { type Month, firstDayOf } from '#shared/domain/traffic/month';
import { lotsOf } from '#shared/domain/traffic/paper-day';
import { type CountPorts, makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { type CostPorts, makeTariffsOf } from '#shared/flow/pricing/show-costs';
import { addDays, addMonths } from '#shared/kernel/calendar';
import { helsinkiDay } from '#shared/kernel/time';

export type MonthCostPorts = CountPorts & CostPorts;

export interface ShownMonthCosts extends MonthCosts {
  readonly month: Month;
  /** False: there was more new than one call counts; the next call counts on. */
  readonly isUpToDate: boolean;
}

/** New pages that one call counts before it answers. */
export const PAGES_AT_ONCE = 100;

/** What a month has cost an authority: from counts, after counting what is new. */
export function makeShowMonthCosts(ports: MonthCostPorts) {
  const { traffic, clock } = ports;
  const { countTenant } = makeCountTraffic(ports);
  const tariffsOf = makeTariffsOf(ports);

  return async function showMonthCosts(tenantId: TenantId, month: Month): Promise<ShownMonthCosts> {
    const { isDone } = await countTenant(tenantId, PAGES_AT_ONCE);
    const book = { tenantId, book: await traffic.inForce(tenantId) };
    const first = firstDayOf(month);
    const [months, papers, tariffs] = await Promise.all([
      traffic.months(book, { from: month, to: month }),
      traffic.papers(book, { from: first, to: addDays(addMonths(first, 1), -1) }),
      tariffsOf(tenantId),
    ]);
    const { stored = 0, fallback = 0, printedLetter = 0, printedReceiptLetter = 0 } = sumOf(months);
    const printed = { LETTER: printedLetter, LETTER_ADVICE_OF_RECEIPT: printedReceiptLetter };
    const counted = { first, stored, fallback, letters: lotsOf(papers), printed };
    return { month, isUpToDate: isDone, ...costsOfMonth(counted, tariffs, helsinkiDay(clock())) };
  };
}
