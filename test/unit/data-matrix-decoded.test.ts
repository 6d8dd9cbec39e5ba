import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Modules, dataMatrix } from '#shared/adapters/print/data-matrix/data-matrix';
import { sheetMark } from '#shared/domain/delivery-postal/letter';
import { letterId } from '#shared/domain/message/ids';

/** Points of a module, and modules left white around a symbol. */
const [SIDE, QUIET] = [4, 2];
const BYTES_OF_POINT = 4;

beforeAll(async () => {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer },
    fireImmediately: true,
  });
});

/** A picture of a symbol, turned as often by a quarter as told, with some modules spoilt. */
function pictureOf(modules: Modules, turns = 0, spoilt: readonly number[] = []) {
  const across = modules.length + 2 * QUIET;
  const size = across * SIDE;
  const data = new Uint8ClampedArray(size * size * BYTES_OF_POINT).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [row, column] = turned([Math.floor(y / SIDE) - QUIET, Math.floor(x / SIDE) - QUIET], turns, modules.length);
      const isDark = modules[row]?.[column] === true;
      const isSpoilt = spoilt.includes(row * modules.length + column) && modules[row]?.[column] !== undefined;
      if (isDark !== isSpoilt) data.fill(0, (y * size + x) * BYTES_OF_POINT, (y * size + x) * BYTES_OF_POINT + 3);
    }
  return { data, width: size, height: size, colorSpace: 'srgb' as const };
}

function turned([row, column]: readonly [number, number], turns: number, length: number): readonly [number, number] {
  return turns === 0 ? [row, column] : turned([length - 1 - column, row], turns - 1, length);
}

async function readBack(picture: ReturnType<typeof pictureOf>): Promise<string[]> {
  const found = await readBarcodes(picture, { formats: ['DataMatrix'] });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

const marks = fc
  .record({
    message: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    delivery: fc.integer({ min: 1, max: 99 }),
    letter: fc.integer({ min: 1, max: 9 }),
    sheets: fc.integer({ min: 1, max: 250 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ message, delivery, letter, sheets, part }) =>
    sheetMark(letterId.parse(`${message}-${delivery}-L${letter}`), 1 + Math.floor(part * (sheets - 1)), sheets),
  );

/** By a scanner's program that knows nothing of ours. */
describe('a mark, read by a decoder of others', () => {
  it('is what it was made of, whatever letter and sheet', async () => {
    await fc.assert(
      fc.asyncProperty(marks, fc.integer({ min: 0, max: 3 }), async (mark, turns) => {
        expect(await readBack(pictureOf(dataMatrix(mark), turns))).toEqual([mark]);
      }),
    );
  });

  it('is what it was made of in every size', async () => {
    for (const length of [3, 5, 8, 12, 18, 22, 30, 36, 44]) {
      const mark = 'A1-'.repeat(20).slice(0, length);
      expect(await readBack(pictureOf(dataMatrix(mark)))).toEqual([mark]);
    }
  });

  it('is read though ink ran over some of it', async () => {
    const mark = '4217-1-L1;1;3;C5';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 2, max: 15 }), async (row, column) => {
        const side = dataMatrix(mark).length;
        const spot = [row * side + column, row * side + column + 1];
        expect(await readBack(pictureOf(dataMatrix(mark), 0, spot))).toEqual([mark]);
      }),
      { numRuns: 30 },
    );
  });
});
