import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn, isPostCode, readPostCodeFile } from '#shared/domain/message/post-codes';
import { POST_CODES, postCodeAreas } from '../../docs/generate/post-code-areas.ts';

/** A record as the carrier writes it: fixed widths, 220 characters. */
const record = (code: string) => `PONOT20261123${code}${'HELSINKI'.padEnd(30)}${'HELSINGFORS'.padEnd(30)}`.padEnd(220);

const code = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0'));

describe('a post code', () => {
  it('is one of an area with post codes where no list has been brought in, so that a new one is let be', () => {
    for (const each of POST_CODES) expect(isPostCode(each, new Set())).toBe(true);
    const areas = new Set(POST_CODES.map((each) => each.slice(0, 3)));
    fc.assert(fc.property(code, (each) => isPostCode(each, new Set()) === areas.has(each.slice(0, 3))));
  });

  it.each(['03000', '03599', '30900', '98000', '99099'])('is not %s: nobody has one like it', (text) => {
    expect(isPostCode(text, new Set())).toBe(false);
  });

  it('has its area from the package: npm run docs:generate', () => {
    const kept = readFileSync(join(import.meta.dirname, '../../shared/domain/message/post-code-areas.ts'), 'utf8');
    expect(kept).toBe(postCodeAreas(POST_CODES));
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
