import { describe, expect, it } from 'vitest';
import type { RunMarks } from '#shared/ports/run-marks';
import { at } from '#test/builders/programme-scope';

const [EARLY, MIDDLE, LATE] = [
  at('2020-06-30T21:00:00.000Z'),
  at('2020-07-01T03:00:00.000Z'),
  at('2020-07-02T03:00:00.000Z'),
];

/** What every record of runs must do. */
export function runMarksContract(name: string, make: () => Promise<RunMarks>): void {
  describe(`RunMarks: ${name}`, () => {
    it('begin where the first call says, and nowhere else afterwards', async () => {
      const marks = await make();
      expect(await marks.begin('reports', EARLY)).toBe(EARLY);
      expect(await marks.begin('reports', LATE)).toBe(EARLY);
      expect(await marks.begin('counts', LATE)).toBe(LATE);
    });

    it('are read without being begun, and begin where they are first moved to', async () => {
      const marks = await make();
      expect(await marks.read('reports')).toBeUndefined();
      await marks.move('reports', MIDDLE);
      expect(await marks.read('reports')).toBe(MIDDLE);
    });

    it('move forwards only', async () => {
      const marks = await make();
      await marks.begin('reports', EARLY);
      await marks.move('reports', LATE);
      await marks.move('reports', MIDDLE);
      expect(await marks.begin('reports', EARLY)).toBe(LATE);
    });
  });
}
