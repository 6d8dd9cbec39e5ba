import type { DayDelta, MonthDelta, PaperDelta, StatuteDelta } from '#shared/domain/traffic/fold-page';
import { nameOfPaper } from '#shared/domain/traffic/paper-day';
import { type Counts, MEASURES } from '#shared/domain/traffic/service-month';
import type { Book, CountedPage, TrafficCounts } from '#shared/ports/traffic-counts';

/** Something counted, and the last page of each lane that was added to it. */
interface Counted<T> {
  readonly value: T;
  readonly lanes: ReadonlyMap<number, number>;
}

interface Pages {
  readonly months: Map<string, Counted<MonthDelta>>;
  readonly statutes: Map<string, Counted<StatuteDelta>>;
  readonly papers: Map<string, Counted<PaperDelta>>;
  readonly days: Map<string, Counted<DayDelta>>;
  readonly lanes: Map<number, number>;
}

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryTrafficCounts(): TrafficCounts {
  const books = new Map<string, Pages>();
  const inForce = new Map<string, number>();
  const nameOf = ({ tenantId, book }: Book) => `${tenantId}#${book}`;
  const open = (book: Book): Pages => {
    const pages = books.get(nameOf(book)) ?? emptyPages();
    books.set(nameOf(book), pages);
    return pages;
  };

  return {
    inForce: async (tenantId) => inForce.get(tenantId) ?? 1,
    putInForce: async ({ tenantId, book }) => {
      inForce.set(tenantId, Math.max(book, inForce.get(tenantId) ?? 1));
    },
    countedTo: async (lane) => open(lane).lanes.get(lane.lane) ?? 0,
    noteCounted: async (page) => {
      const { lanes } = open(page);
      lanes.set(page.lane, Math.max(page.page, lanes.get(page.lane) ?? 0));
    },
    addMonth: async (page, delta) => {
      const name = `${delta.serviceId}#${delta.month}#${delta.group}`;
      addOnce(open(page).months, { page, name }, (before?: MonthDelta) => ({
        ...delta,
        counts: sumOf(before?.counts, delta.counts),
      }));
    },
    addHits: async (page, delta) => {
      const name = `${delta.month}#${delta.serviceId}#${delta.statute ?? ''}`;
      addOnce(open(page).statutes, { page, name }, (before?: StatuteDelta) => ({
        ...delta,
        hits: delta.hits + (before?.hits ?? 0),
      }));
    },
    addDay: async (page, delta) => {
      addOnce(open(page).days, { page, name: delta.day }, (before?: DayDelta) => ({
        ...delta,
        counts: sumOf(before?.counts, delta.counts),
      }));
    },
    addPaper: async (page, delta) => {
      const name = `${delta.day}#${nameOfPaper(delta.kind)}`;
      addOnce(open(page).papers, { page, name }, (before?: PaperDelta) => withMore(delta, before));
    },
    months: async (book, { serviceId, from, to }) =>
      inOrder(open(book).months)
        .filter((each) => from <= each.month && each.month <= to && (serviceId ?? each.serviceId) === each.serviceId)
        .map((each) => ({ ...each, tenantId: book.tenantId })),
    statutes: async (book, wanted) => within(open(book).statutes, wanted, ({ month }) => month).map(ownedBy(book)),
    days: async (book, wanted) => within(open(book).days, wanted, ({ day }) => day).map(ownedBy(book)),
    papers: async (book, wanted) => within(open(book).papers, wanted, ({ day }) => day).map(ownedBy(book)),
    remove: async (book) => {
      books.delete(nameOf(book));
    },
  };
}

function emptyPages(): Pages {
  return { months: new Map(), statutes: new Map(), papers: new Map(), days: new Map(), lanes: new Map() };
}

/** Those whose month or day is among the wanted, in order. */
function within<T>(
  all: ReadonlyMap<string, Counted<T>>,
  { from, to }: { readonly from: string; readonly to: string },
  when: (each: T) => string,
): T[] {
  return inOrder(all).filter((each) => from <= when(each) && when(each) <= to);
}

function ownedBy({ tenantId }: Book) {
  return <T extends object>(each: T) => ({ ...each, tenantId });
}

function withMore(delta: PaperDelta, { items, sheets } = { items: 0, sheets: 0 }): PaperDelta {
  return { ...delta, items: delta.items + items, sheets: delta.sheets + sheets };
}

function addOnce<T>(
  all: Map<string, Counted<T>>,
  { page, name }: { readonly page: CountedPage; readonly name: string },
  add: (before?: T) => T,
): void {
  const before = all.get(name);
  if ((before?.lanes.get(page.lane) ?? 0) >= page.page) return;
  const lanes = new Map(before?.lanes).set(page.lane, page.page);
  all.set(name, { value: add(before?.value), lanes });
}

function sumOf(a: Counts = {}, b: Counts = {}): Counts {
  const both = MEASURES.filter((measure) => a[measure] !== undefined || b[measure] !== undefined);
  return Object.fromEntries(both.map((measure) => [measure, (a[measure] ?? 0) + (b[measure] ?? 0)]));
}

function inOrder<T>(all: ReadonlyMap<string, Counted<T>>): T[] {
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => structuredClone(value));
}
