import { describe, expect, it } from 'vitest';
import { type Report, reportKind } from '#shared/domain/programme/report';
import { type ReportShelf, placeOf } from '#shared/ports/report-shelf';
import { DUE, reportWith } from '#test/builders/programme-reports';
import { at } from '#test/builders/programme-scope';

const KINDS = reportKind.options;
const own = (organisationId: string): Partial<Report> => ({
  id: `R2-2020-W27-${organisationId}`,
  kind: 'R2',
  period: '2020-W27',
  receivers: [{ type: 'organisation', organisationId }],
});

/** What every shelf of reports must do. */
export function reportShelfContract(name: string, make: () => Promise<ReportShelf>): void {
  describe(`ReportShelf: ${name}`, () => {
    it('has no report that was never kept', async () => {
      const shelf = await make();
      expect(await shelf.read('R1-2020-06')).toBeUndefined();
      expect(await shelf.find('R1-2020-06')).toBeUndefined();
      expect(await shelf.list({ audiences: ['everything'], kinds: KINDS, limit: 10 })).toEqual([]);
    });

    it('gives a report back as it was kept', async () => {
      const shelf = await make();
      expect(await shelf.keep(reportWith())).toEqual(reportWith());
      expect(await shelf.read('R1-2020-06')).toEqual(reportWith());
      expect(await shelf.find('R1-2020-06')).toEqual({
        id: 'R1-2020-06',
        kind: 'R1',
        period: '2020-06',
        createdAt: DUE,
        receivers: [{ type: 'ministry' }],
        title: reportWith().title,
      });
    });

    it('keeps the first of those with one id, and answers with it', async () => {
      const shelf = await make();
      await shelf.keep(reportWith());
      const other = reportWith({ summary: { fi: 'Muuta.' }, receivers: [{ type: 'public' }] });
      expect(await shelf.keep(other)).toEqual(reportWith());
      expect(await shelf.read('R1-2020-06')).toEqual(reportWith());
      expect(await shelf.list({ audiences: ['public'], kinds: KINDS, limit: 10 })).toEqual([]);
    });

    it('keeps one of those that are put side by side', async () => {
      const shelf = await make();
      const texts = ['a', 'b', 'c', 'd'].map((fi) => reportWith({ summary: { fi } }));
      const standing = await Promise.all(texts.map(async (each) => shelf.keep(each)));
      expect(new Set(standing.map(({ summary }) => summary.fi)).size).toBe(1);
      expect(await shelf.read('R1-2020-06')).toEqual(standing[0]);
    });

    it('lists those of an audience, newest first and each once', async () => {
      const shelf = await make();
      await shelf.keep(reportWith());
      await shelf.keep(reportWith(own('vero')));
      await shelf.keep(reportWith(own('prh')));
      const later = { ...own('vero'), id: 'R2-2020-W28-vero', period: '2020-W28' };
      await shelf.keep(reportWith({ ...later, createdAt: at('2020-07-06T03:00:00.000Z') }));
      const ids = async (audiences: string[], more: object = {}) =>
        (await shelf.list({ audiences, kinds: KINDS, limit: 10, ...more })).map(({ id }) => id);
      expect(await ids(['everything'])).toEqual([
        'R2-2020-W28-vero',
        'R2-2020-W27-vero',
        'R2-2020-W27-prh',
        'R1-2020-06',
      ]);
      expect(await ids(['organisation:vero', 'public'])).toEqual(['R2-2020-W28-vero', 'R2-2020-W27-vero']);
      expect(await ids(['everything', 'ministry'], { kinds: ['R1'] })).toEqual(['R1-2020-06']);
      expect(await ids(['everything'], { period: '2020-W27' })).toEqual(['R2-2020-W27-vero', 'R2-2020-W27-prh']);
    });

    it('lists on from a place, as many as asked for', async () => {
      const shelf = await make();
      const made = Array.from({ length: 7 }, (_, n) => reportWith(own(`o${n}`)));
      for (const each of made) await shelf.keep(each);
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const some = await shelf.list({ audiences: ['everything'], kinds: KINDS, after, limit: 3 });
        seen.push(...some.map(({ id }) => id));
        const last = some.at(-1);
        if (!last) break;
        after = placeOf(last);
      }
      expect(seen).toEqual(made.map(({ id }) => id).reverse());
    });
  });
}
