import { describe, expect, it } from 'vitest';
import { serviceId } from '#shared/domain/message/ids';
import type { DayDelta, MonthDelta } from '#shared/domain/traffic/fold-page';
import { calendarDate } from '#shared/kernel/time';
import { OTHER_SERVICE, OTHER_TENANT, SERVICE, TENANT } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

const BOOK = { tenantId: TENANT, book: 1 };
const PAGE = { ...BOOK, lane: 0, page: 1 };
const ALWAYS = { from: '2026-01', to: '2026-12' };
const day = (text: string) => calendarDate.parse(text);
const DAYS = { from: day('2026-01-01'), to: day('2026-12-31') };
const delta = (part: Partial<MonthDelta> = {}): MonthDelta => ({
  serviceId: SERVICE,
  month: '2026-11',
  group: 'BUSINESS',
  counts: { deliveries: 2, electronic: 1 },
  ...part,
});
const hits = (part = {}) => ({ serviceId: SERVICE, month: '2026-11', statute: '13/2003 § 19', hits: 3, ...part });

/** What every TrafficCounts must do. */
export function trafficCountsContract(name: string, make: () => Promise<Pick<Stores, 'traffic'>>): void {
  describe(`TrafficCounts: ${name}`, () => {
    it('has counted nothing at first, in the first book', async () => {
      const { traffic } = await make();
      expect(await traffic.inForce(TENANT)).toBe(1);
      expect(await traffic.countedTo(PAGE)).toBe(0);
      expect(await traffic.months(BOOK, ALWAYS)).toEqual([]);
      expect(await traffic.statutes(BOOK, ALWAYS)).toEqual([]);
    });

    it('adds what each page says', async () => {
      const { traffic } = await make();
      await traffic.addMonth(PAGE, delta());
      await traffic.addMonth({ ...PAGE, page: 2 }, delta({ counts: { electronic: 4, opened: 1 } }));
      expect(await traffic.months(BOOK, ALWAYS)).toEqual([
        { ...delta(), tenantId: TENANT, counts: { deliveries: 2, electronic: 5, opened: 1 } },
      ]);
    });

    it('adds a page once, however often and by however many it is added', async () => {
      const { traffic } = await make();
      const add = async () => Promise.all([traffic.addMonth(PAGE, delta()), traffic.addHits(PAGE, hits())]);
      await Promise.all([add(), add(), add()]);
      await add();
      expect(await traffic.months(BOOK, ALWAYS)).toMatchObject([{ counts: { deliveries: 2, electronic: 1 } }]);
      expect(await traffic.statutes(BOOK, ALWAYS)).toEqual([{ ...hits(), tenantId: TENANT }]);
    });

    it('adds pages of other lanes to the same month', async () => {
      const { traffic } = await make();
      for (const lane of [0, 1, 11]) {
        await traffic.addMonth({ ...PAGE, lane }, delta());
        await traffic.addHits({ ...PAGE, lane }, hits());
      }
      expect(await traffic.months(BOOK, ALWAYS)).toMatchObject([{ counts: { deliveries: 6, electronic: 3 } }]);
      expect(await traffic.statutes(BOOK, ALWAYS)).toMatchObject([{ hits: 9 }]);
    });

    it('remembers how far each lane is counted, and never goes back', async () => {
      const { traffic } = await make();
      for (const page of [9, 10, 3]) await traffic.noteCounted({ ...PAGE, lane: 2, page });
      expect(await traffic.countedTo({ ...PAGE, lane: 2 })).toBe(10);
      expect(await traffic.countedTo(PAGE)).toBe(0);
    });

    it('tells the months asked for, in order, of one service or of all', async () => {
      const { traffic } = await make();
      const odd = serviceId.parse(`${SERVICE}#2026-11`);
      for (const service of [SERVICE, OTHER_SERVICE, odd])
        for (const month of ['2027-01', '2026-12', '2026-10', '2025-12'])
          for (const group of ['PERSON', 'BUSINESS'] as const)
            await traffic.addMonth(PAGE, delta({ serviceId: service, month, group }));
      const told = await traffic.months(BOOK, { ...ALWAYS, serviceId: SERVICE });
      expect(told.map(({ serviceId: service, month, group }) => `${service} ${month} ${group}`)).toEqual([
        `${SERVICE} 2026-10 BUSINESS`,
        `${SERVICE} 2026-10 PERSON`,
        `${SERVICE} 2026-12 BUSINESS`,
        `${SERVICE} 2026-12 PERSON`,
      ]);
      expect(await traffic.months(BOOK, ALWAYS)).toHaveLength(12);
    });

    it('tells statutes by month, those that can not be told too', async () => {
      const { traffic } = await make();
      for (const month of ['2026-12', '2026-10', '2027-01']) await traffic.addHits(PAGE, hits({ month }));
      await traffic.addHits(PAGE, hits({ statute: undefined, hits: 1 }));
      expect((await traffic.statutes(BOOK, ALWAYS)).map(({ month, statute }) => [month, statute])).toEqual([
        ['2026-10', '13/2003 § 19'],
        ['2026-11', undefined],
        ['2026-12', '13/2003 § 19'],
      ]);
    });

    it('counts letters of a kind with their sheets, each page once', async () => {
      const { traffic } = await make();
      const kind = { class: 'LETTER', envelope: 'C5', colour: false, duplex: true, abroad: false } as const;
      const pool = { ...kind, costPool: 'verotus' };
      await traffic.addPaper(PAGE, { day: day('2026-11-23'), kind, items: 2, sheets: 5 });
      await traffic.addPaper(PAGE, { day: day('2026-11-23'), kind, items: 2, sheets: 5 });
      await traffic.addPaper({ ...PAGE, page: 2 }, { day: day('2026-11-23'), kind, items: 1, sheets: 9 });
      await traffic.addPaper(PAGE, { day: day('2026-12-31'), kind: pool, items: 1, sheets: 1 });
      await traffic.addPaper(PAGE, { day: day('2027-01-01'), kind, items: 1, sheets: 1 });
      expect(await traffic.papers(BOOK, DAYS)).toEqual([
        { tenantId: TENANT, day: '2026-11-23', kind, items: 3, sheets: 14 },
        { tenantId: TENANT, day: '2026-12-31', kind: pool, items: 1, sheets: 1 },
      ]);
      await traffic.remove(BOOK);
      expect(await traffic.papers(BOOK, DAYS)).toEqual([]);
    });

    it('counts what came of each day, each page once', async () => {
      const { traffic } = await make();
      const of = (text: string, counts: DayDelta['counts']) => ({ day: day(text), counts });
      await traffic.addDay(PAGE, of('2026-11-23', { stored: 2, deliveries: 3 }));
      await traffic.addDay(PAGE, of('2026-11-23', { stored: 2, deliveries: 3 }));
      await traffic.addDay({ ...PAGE, lane: 1 }, of('2026-11-23', { stored: 1 }));
      for (const other of ['2025-12-31', '2027-01-01', '2026-01-01', '2026-12-31'])
        await traffic.addDay(PAGE, of(other, { stored: 1 }));
      expect(await traffic.days(BOOK, DAYS)).toEqual([
        { tenantId: TENANT, day: '2026-01-01', counts: { stored: 1 } },
        { tenantId: TENANT, day: '2026-11-23', counts: { stored: 3, deliveries: 3 } },
        { tenantId: TENANT, day: '2026-12-31', counts: { stored: 1 } },
      ]);
      await traffic.remove(BOOK);
      expect(await traffic.days(BOOK, DAYS)).toEqual([]);
    });

    it('keeps books and authorities apart, and removes one book whole', async () => {
      const { traffic } = await make();
      const others = [
        { ...PAGE, book: 2 },
        { ...PAGE, tenantId: OTHER_TENANT },
      ];
      for (const page of [PAGE, ...others]) {
        await traffic.addMonth(page, delta());
        await traffic.addHits(page, hits());
        await traffic.noteCounted(page);
      }
      await traffic.remove(BOOK);
      expect(await traffic.months(BOOK, ALWAYS)).toEqual([]);
      expect(await traffic.statutes(BOOK, ALWAYS)).toEqual([]);
      expect(await traffic.countedTo(PAGE)).toBe(0);
      for (const other of others) {
        expect(await traffic.months(other, ALWAYS)).toHaveLength(1);
        expect(await traffic.statutes(other, ALWAYS)).toHaveLength(1);
        expect(await traffic.countedTo(other)).toBe(1);
      }
    });

    it('puts one book after another in force', async () => {
      const { traffic } = await make();
      for (const book of [2, 3, 2]) await traffic.putInForce({ ...BOOK, book });
      expect(await traffic.inForce(TENANT)).toBe(3);
      expect(await traffic.inForce(OTHER_TENANT)).toBe(1);
    });
  });
}
