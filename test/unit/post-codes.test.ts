import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn, isPostCode, readPostCodeFile } from '#shared/domain/message/post-codes';

/** A record as the carrier writes it: fixed widths, 220 characters. */
const record = (code: string) => `PONOT20261123${code}${'HELSINKI'.padEnd(30)}${'HELSINGFORS'.padEnd(30)}`.padEnd(220);

const code = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0'));

describe('a post code', () => {
  it('is any five digits where no list has been brought in', () => {
    fc.assert(fc.property(code, (each) => isPostCode(each, new Set())));
  });

  it('is one of the list where there is one', () => {
    const inUse = codesIn('00100 00370\n02770');
    expect([...inUse]).toEqual(['00100', '00370', '02770']);
    expect(isPostCode('00370', inUse)).toBe(true);
    expect(isPostCode('00371', inUse)).toBe(false);
  });

  it.each(['0037', '003700', 'FI-00370', '00370 ', '0037O', ''])('is not %j', (text) => {
    expect(isPostCode(text, new Set())).toBe(false);
    expect(isPostCode(text, new Set([text]))).toBe(false);
  });
});

describe('the post code file of the carrier', () => {
  it('is read whatever else stands in it, each code once and in their order', () => {
    fc.assert(
      fc.property(fc.array(code), fc.array(fc.string()), (codes, noise) => {
        const others = noise.filter((line) => !line.startsWith('PONOT')).map((line) => line.replaceAll(/[\r\n]/g, ' '));
        const text = [...codes.map(record), ...codes.map(record), ...others].join('\r\n');
        expect(readPostCodeFile(text)).toEqual([...new Set(codes)].sort());
      }),
    );
  });

  it('has no codes where it is something else', () => {
    expect(readPostCodeFile('postinumero;nimi\n00100;HELSINKI\n')).toEqual([]);
  });
});
