import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldInstant } from '#shared/kernel/told-instant';

describe('a moment as others write it', () => {
  it.each([
    ['2026-11-23T08:15:00.000Z', '2026-11-23T08:15:00.000Z'],
    ['2026-11-23T08:15:00Z', '2026-11-23T08:15:00.000Z'],
    ['2026-11-23T10:15:00+02:00', '2026-11-23T08:15:00.000Z'],
    ['2026-11-23T08:15:00.123456+00:00', '2026-11-23T08:15:00.123Z'],
    ['2026-11-23t08:15:00.5z', '2026-11-23T08:15:00.500Z'],
    ['2026-01-01T00:30:00+02:00', '2025-12-31T22:30:00.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(toldInstant.parse(text)).toBe(moment);
  });

  it.each([
    '2026-11-23',
    '2026-11-23T08:15:00',
    '2026-11-23T08:15Z',
    '2026-02-30T08:15:00Z',
    '2026-11-23T25:15:00Z',
    '2026-11-23T08:15:00+0200',
    '2026-11-23 08:15:00Z',
    '1795421700',
    'Mon, 23 Nov 2026 08:15:00 GMT',
    '',
  ])('is not %j, and says once what it takes', (text) => {
    const read = toldInstant.safeParse(text);
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      'must be a real moment such as 2026-11-23T10:15:00+02:00',
    ]);
  });

  it('is the same moment, whatever the offset it is written with', () => {
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const moments = fc.date({ min: new Date('2004-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, minutes, (moment, offset) => {
        const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const [hours, rest] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(toldInstant.parse(`${local}${zone}`)).toBe(moment.toISOString());
      }),
    );
  });
});
