import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCell, readCsv, safeCell, writeCsv } from '#shared/kernel/csv';

const FEW = { records: 10 };

function ruleBrokenBy(text: string) {
  const read = readCsv(text, FEW);
  return read.ok ? read.value.faults[0] : read.refusal;
}

function recordsIn(text: string) {
  const read = readCsv(text, FEW);
  return read.ok ? read.value.records : read.refusal;
}

describe('CSV', () => {
  it.each([
    ['semicolons', 'id;n\r\na;1\r\n'],
    ['commas', 'id,n\na,1\n'],
    ['tabulators', 'id\tn\na\t1'],
    ['a byte order mark', '\uFEFFid;n\r\na;1\r\n'],
    ['quotes around cells', '"id";"n"\r\n"a";"1"\r\n'],
    ['empty lines', '\r\nid;n\r\n\r\na;1\r\n\r\n'],
  ])('is read with %s', (_, text) => {
    const read = readCsv(text, FEW);
    expect(read).toMatchObject({ ok: true, value: { header: ['id', 'n'], faults: [] } });
    expect(recordsIn(text)).toMatchObject([{ cells: ['a', '1'] }]);
  });

  it('keeps separators, quotes and line ends inside quotes, and counts lines as an editor does', () => {
    expect(recordsIn('id;n\n"a;b";"say ""yes""\nor no"\nc;2\n')).toEqual([
      { line: 2, cells: ['a;b', 'say "yes"\nor no'] },
      { line: 4, cells: ['c', '2'] },
    ]);
  });

  it('may have one column', () => {
    expect(recordsIn('id\na\n')).toEqual([{ line: 2, cells: ['a'] }]);
  });

  it.each([
    ['is no UTF-8', 'id;n\na;V\uFFFDyl\uFFFD\n', 2, 'the file must be UTF-8'],
    ['is UTF-16', 'i\0d\0;\0n\0', 1, 'the file must be UTF-8'],
    ['mixes separators', 'id;n,m\n', 1, 'the first line mixes separators: use one of ; , and the tabulator'],
    ['has another separator', 'id|n\na|1', 1, 'the columns must be separated by ; or , or the tabulator'],
    ['leaves a quote open', 'id;n\na;"1\n', 2, expect.stringMatching(/^quotes/)],
    ['has a quote inside a cell', 'id;n\na;1\nb;2"3\n', 3, expect.stringMatching(/^quotes/)],
    ['goes on after a quote', 'id;n\n"a"b;1\n', 2, expect.stringMatching(/^quotes/)],
    ['is empty', '', 1, 'the file is empty'],
    ['has a cell too few', 'id;n\na\n', 2, 'has 1 cells where the first line has 2; cells are separated by ;'],
    ['has a cell too many', 'id;n\na;1;2\n', 2, 'has 3 cells where the first line has 2; cells are separated by ;'],
    ['changes its separator', 'id;n\na,1\n', 2, 'has 1 cells where the first line has 2; cells are separated by ;'],
    ['is too long', `id;n\n${'a;1\n'.repeat(11)}`, 12, 'TOO_MANY_LINES: a file may have at most 10 rows'],
  ])('that %s is refused by its line', (_, text, line, rule) => {
    expect(ruleBrokenBy(text)).toMatchObject({ line, rule });
  });

  const separators = fc.constantFrom(';', ',', '\t');
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/[\uFFFD\0]/.test(text) && text.isWellFormed());

  it('that is written is read back', () => {
    const files = fc.integer({ min: 2, max: 5 }).chain((columns) => {
      const record = fc.array(cell, { minLength: columns, maxLength: columns });
      const header = fc.array(fc.stringMatching(/^[a-z][a-z.0-9]{0,8}$/), { minLength: columns, maxLength: columns });
      return fc.tuple(header, fc.array(record, { maxLength: 8 }));
    });
    fc.assert(
      fc.property(files, separators, ([header, records], separator) => {
        const read = readCsv(writeCsv([header, ...records], separator), FEW);
        expect(read).toMatchObject({ ok: true, value: { separator, header, faults: [] } });
        expect(read.ok && read.value.records.map(({ cells }) => cells)).toEqual(records);
      }),
    );
  });

  it('answers any text, and never with a fault of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', ',', '"', '\n', '\r', '\t', '=', '\uFEFF') }), (text) => {
        expect(typeof readCsv(text, FEW).ok).toBe('boolean');
      }),
    );
  });

  it('of 100 000 lines is refused before it is read to its end', () => {
    const text = `id;n\n${'a;1\n'.repeat(100_000)}`;
    expect(readCsv(text, { records: 20_000 })).toMatchObject({ ok: false, refusal: { line: 20_002 } });
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1"])('%j is kept from running', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(plainCell(safeCell(text))).toBe(text);
  });

  it('that would run is none', () => {
    expect(plainCell('=HYPERLINK("x")')).toBeUndefined();
  });

  it('reads back as the words it was written from', () => {
    const risky = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', 'a') });
    fc.assert(
      fc.property(risky, (text) => {
        expect(plainCell(safeCell(text))).toBe(text);
      }),
    );
  });
});
