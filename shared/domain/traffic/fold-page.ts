import { type CountedFact, measuresOf, statuteHit } from '#shared/domain/traffic/count-fact';
import { monthAt } from '#shared/domain/traffic/month';
import type { DayCounts } from '#shared/domain/traffic/day-counts';
import { type PaperDay, nameOfPaper, paperKindOf } from '#shared/domain/traffic/paper-day';
import type { Counts, Measure, ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { helsinkiDay } from '#shared/kernel/time';

/** What one page adds to the counts of one service, month and group. */
export type MonthDelta = Omit<ServiceMonth, 'tenantId'>;

/** What one page adds to the hits of one statute. */
export type StatuteDelta = Omit<StatuteMonth, 'tenantId'>;

/** What one page adds to the letters of one kind. */
export type PaperDelta = Omit<PaperDay, 'tenantId'>;

/** What one page adds to the counts of one day. */
export type DayDelta = Omit<DayCounts, 'tenantId'>;

/** What a page of a feed adds, each thing named once. */
export interface PageDelta {
  readonly months: readonly MonthDelta[];
  readonly statutes: readonly StatuteDelta[];
  readonly papers: readonly PaperDelta[];
  readonly days: readonly DayDelta[];
}

/** Folds the facts of a page into what they add; a fact of a delivery that is not decided yet adds nothing. */
export function foldPage(facts: readonly CountedFact[]): PageDelta {
  const months = new Map<string, MonthDelta>();
  const statutes = new Map<string, StatuteDelta>();
  const papers = new Map<string, PaperDelta>();
  const days = new Map<string, DayDelta>();
  for (const each of facts) {
    addDay(days, each);
    addMonth(months, each);
    addHit(statutes, each);
    addPaper(papers, each);
  }
  return {
    months: [...months.values()],
    statutes: [...statutes.values()],
    papers: [...papers.values()],
    days: [...days.values()],
  };
}

function addMonth(months: Map<string, MonthDelta>, each: CountedFact): void {
  const { serviceId, group, fact } = each;
  const measures = measuresOf(each);
  if (group === undefined || measures.length === 0) return;
  const month = monthAt(fact.at);
  const name = JSON.stringify([serviceId, month, group]);
  months.set(name, { serviceId, month, group, counts: oneMore(months.get(name)?.counts, measures) });
}

function addDay(days: Map<string, DayDelta>, each: CountedFact): void {
  const measures = measuresOf(each);
  if (each.group === undefined || measures.length === 0) return;
  const day = helsinkiDay(each.fact.at);
  days.set(day, { day, counts: oneMore(days.get(day)?.counts, measures) });
}

function oneMore(before: Counts | undefined, measures: readonly Measure[]): Counts {
  const counts: Partial<Record<Measure, number>> = { ...before };
  for (const measure of measures) counts[measure] = (counts[measure] ?? 0) + 1;
  return counts;
}

function addHit(statutes: Map<string, StatuteDelta>, each: CountedFact): void {
  const hit = statuteHit(each);
  if (!hit) return;
  const { serviceId, fact } = each;
  const month = monthAt(fact.at);
  const name = JSON.stringify([serviceId, month, hit.statute]);
  statutes.set(name, { serviceId, month, statute: hit.statute, hits: 1 + (statutes.get(name)?.hits ?? 0) });
}

function addPaper(papers: Map<string, PaperDelta>, { fact }: CountedFact): void {
  const kind = fact.type === 'HANDED_TO_POSTAL' ? paperKindOf(fact) : undefined;
  if (!kind || fact.type !== 'HANDED_TO_POSTAL') return;
  const day = helsinkiDay(fact.at);
  const name = `${day} ${nameOfPaper(kind)}`;
  const { items = 0, sheets = 0 } = papers.get(name) ?? {};
  papers.set(name, { day, kind, items: items + 1, sheets: sheets + (fact.paper?.sheets ?? 0) });
}
