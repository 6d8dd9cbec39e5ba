import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SQUARES, correctionOf, dataOf, padded } from '#shared/adapters/print/data-matrix/codewords';
import { dataMatrix } from '#shared/adapters/print/data-matrix/data-matrix';
import { placesIn } from '#shared/adapters/print/data-matrix/placement';

const [TEN] = SQUARES;
if (!TEN) throw new Error('no symbol');

describe('the worked example of ISO/IEC 16022 (annex O): 123456', () => {
  it('has its codewords', () => {
    expect(dataOf('123456')).toEqual([142, 164, 186]);
    expect(correctionOf([142, 164, 186], TEN)).toEqual([114, 25, 5, 88, 102]);
  });

  it('has every bit where figure F.9 has it', () => {
    const written = placesIn(8).map((line) =>
      line.map((place) => place && `${place.word + 1}.${place.bit + 1}`).join(' '),
    );
    expect(written).toEqual([
      '2.1 2.2 3.6 3.7 3.8 4.3 4.4 4.5',
      '2.3 2.4 2.5 5.1 5.2 4.6 4.7 4.8',
      '2.6 2.7 2.8 5.3 5.4 5.5 1.1 1.2',
      '1.5 6.1 6.2 5.6 5.7 5.8 1.3 1.4',
      '1.8 6.3 6.4 6.5 8.1 8.2 1.6 1.7',
      '7.2 6.6 6.7 6.8 8.3 8.4 8.5 7.1',
      '7.4 7.5 3.1 3.2 8.6 8.7 8.8 7.3',
      '7.7 7.8 3.3 3.4 3.5 4.1 4.2 7.6',
    ]);
  });

  it('is this symbol', () => {
    expect(drawn('123456')).toEqual([
      '# # # # # ',
      '##  # ## #',
      '##     #  ',
      '##   ### #',
      '##    #   ',
      '#     ####',
      '### ##    ',
      '#### ##  #',
      '#  ### #  ',
      '##########',
    ]);
  });
});

function drawn(text: string): string[] {
  return dataMatrix(text).map((line) => line.map((dark) => (dark ? '#' : ' ')).join(''));
}

/** Reads a symbol as a scanner does, without correcting it. */
function read(modules: readonly (readonly boolean[])[]): number[] {
  const words: number[] = [];
  placesIn(modules.length - 2).forEach((line, row) => {
    line.forEach((place, column) => {
      if (!place) return;
      const bit = modules[row + 1]?.[column + 1] === true ? 1 << (7 - place.bit) : 0;
      words[place.word] = (words[place.word] ?? 0) | bit;
    });
  });
  return words;
}

function textOf(words: readonly number[]): string {
  const end = words.indexOf(129);
  return words
    .slice(0, end === -1 ? undefined : end)
    .map((word) => (word < 129 ? String.fromCharCode(word - 1) : String(word - 130).padStart(2, '0')))
    .join('');
}

describe('a symbol', () => {
  it.each(SQUARES)('of $side modules shows each bit of its codewords once', ({ side, data, correction }) => {
    const places = placesIn(side - 2)
      .flat()
      .filter((place) => place !== undefined);
    const bits = new Set(places.map(({ word, bit }) => `${word}.${bit}`));
    expect(bits.size).toBe(places.length);
    expect(bits.size).toBe(8 * (data + correction));
    expect(Math.max(...places.map(({ word }) => word))).toBe(data + correction - 1);
    expect((side - 2) ** 2 - places.length).toBe((side - 2) % 4 === 0 ? 0 : 4);
  });

  it('read back is the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9;-]{1,44}$/), (text) => {
        const square = SQUARES.find(({ side }) => side === dataMatrix(text).length);
        const words = read(dataMatrix(text));
        expect(textOf(words.slice(0, square?.data))).toBe(text);
      }),
    );
  });

  it('has the text and what corrects it as the roots of the field: all syndromes are zero', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SQUARES), fc.array(fc.nat(255), { maxLength: 44 }), (square, some) => {
        const data = padded(some.slice(0, square.data), square);
        const words = [...data, ...correctionOf(data, square)];
        for (let power = 1; power <= square.correction; power += 1) expect(valueAt(words, power)).toBe(0);
      }),
    );
  });

  it('has light and dark where a scanner looks for its edge', () => {
    const modules = dataMatrix('4217-1-L1;1;3;C5');
    expect(modules.at(-1)?.every(Boolean)).toBe(true);
    expect(modules.every(([first]) => first)).toBe(true);
    expect(modules[0]?.every((dark, column) => dark === (column % 2 === 0))).toBe(true);
    expect(modules.every((line, row) => line.at(-1) === (row % 2 === 1))).toBe(true);
  });

  it('of other characters, or of too many, is none', () => {
    expect(() => dataMatrix('ä')).toThrow('ASCII');
    expect(() => dataMatrix('A'.repeat(45))).toThrow('too long');
  });
});

/** The polynomial of the words at 2^power, by tables and not by the way it was made. */
function valueAt(words: readonly number[], power: number): number {
  const powers: number[] = [];
  const logs = new Map<number, number>();
  for (let value = 1, log = 0; log < 255; log += 1) {
    powers.push(value);
    logs.set(value, log);
    value = value < 128 ? value * 2 : (value * 2) ^ 0x12d;
  }
  return words.reduce((sum, word) => {
    const log = logs.get(sum);
    return (log === undefined ? 0 : (powers[(log + power) % 255] ?? 0)) ^ word;
  }, 0);
}
