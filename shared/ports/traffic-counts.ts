import type { ServiceId, TenantId } from '#shared/domain/message/ids';
import type { DayDelta, MonthDelta, PaperDelta, StatuteDelta } from '#shared/domain/traffic/fold-page';
import type { Month } from '#shared/domain/traffic/month';
import type { DayCounts } from '#shared/domain/traffic/day-counts';
import type { PaperDay } from '#shared/domain/traffic/paper-day';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import type { CalendarDate } from '#shared/kernel/time';

/** All that is counted of one authority. A new book is written beside the one in force, so that readers never see half of it. */
export interface Book {
  readonly tenantId: TenantId;
  /** From 1. */
  readonly book: number;
}

/** A page of a lane whose facts go into a book. */
export interface CountedPage extends Book {
  readonly lane: number;
  /** Number of the page, from 1. */
  readonly page: number;
}

/** First and last month, both included. */
export interface Months {
  readonly from: Month;
  readonly to: Month;
}

/** First and last day in Helsinki, both included. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Counts of the traffic, made from the feeds. */
export interface TrafficCounts {
  /** The book in force; 1 where none was ever put in force. */
  inForce(tenantId: TenantId): Promise<number>;

  /** Puts the book after the one in force in its place; a repeat changes nothing. */
  putInForce(book: Book): Promise<void>;

  /** The last page of a lane that stands in the book whole; 0 when none does. Read strongly. */
  countedTo(lane: Omit<CountedPage, 'page'>): Promise<number>;

  /** Adds what a page says of a month, once: pages of a lane come in their order, and one that was added before adds nothing. */
  addMonth(page: CountedPage, delta: MonthDelta): Promise<void>;

  /** Adds what a page says of a statute, in the same way. */
  addHits(page: CountedPage, delta: StatuteDelta): Promise<void>;

  /** Adds what a page says of a day, in the same way. */
  addDay(page: CountedPage, delta: DayDelta): Promise<void>;

  /** Adds what a page says of letters of one kind, in the same way. */
  addPaper(page: CountedPage, delta: PaperDelta): Promise<void>;

  /** Notes that a page stands in the book whole; never goes back. */
  noteCounted(page: CountedPage): Promise<void>;

  /** By service, month and group, in that order. @param service absent: every service */
  months(book: Book, wanted: Months & { readonly serviceId?: ServiceId }): Promise<readonly ServiceMonth[]>;

  /** By month, service and statute, in that order. */
  statutes(book: Book, wanted: Months): Promise<readonly StatuteMonth[]>;

  /** Everything of an authority, by day; a day without any is left out. */
  days(book: Book, wanted: Days): Promise<readonly DayCounts[]>;

  /** Letters handed over, by day and kind. */
  papers(book: Book, wanted: Days): Promise<readonly PaperDay[]>;

  /** Takes a book away that is not in force. */
  remove(book: Book): Promise<void>;
}
