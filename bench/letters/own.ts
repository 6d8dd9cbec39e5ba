import { letterNo } from '#bench/letters/text';
import { readFonts } from '#shared/adapters/print/fonts';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { layOutLetter } from '#shared/adapters/print/plain-letter';
import { readFaces } from '#shared/adapters/print/typesetting/face';
import { letterId } from '#shared/domain/message/ids';
import type { Printing } from '#shared/ports/letter-press';

export interface LetterCost {
  readonly cpuMs: number;
  readonly kilobytes: number;
}

export const faces = readFaces(readFonts());

/** Letters one after another in one file, its bytes let go as they come. @param marked with the marks of an inserter */
export function measureBatch(letters: number, { marked } = { marked: true }): LetterCost {
  return measured(letters, () => fileOf({ from: 0, to: letters, marked }));
}

/** Each letter in a file of its own, marked. */
export function measureSingle(letters: number): LetterCost {
  return measured(letters, () => {
    let bytes = 0;
    for (let from = 0; from < letters; from += 1) bytes += fileOf({ from, to: from + 1, marked: true });
    return bytes;
  });
}

interface Portion {
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
}

function fileOf({ from, to, marked }: Portion): number {
  const file = openLetterFile(faces, 'fi');
  let bytes = 0;
  for (let number = from; number < to; number += 1) {
    const pages = layOutLetter(faces, letterNo(number), marked ? printingOf(number) : undefined);
    bytes += file.add(pages).length;
  }
  return bytes + file.close().length;
}

/** As ids of letters are, another for each. */
export function printingOf(number: number): Printing {
  return {
    letterId: letterId.parse(`${4_503_599_627_370_000 + number}-1-L1`),
    duplex: true,
    rotateLandscapePages: false,
  };
}

function measured(letters: number, write: () => number): LetterCost {
  const before = process.cpuUsage();
  return costSince(before, { bytes: write(), letters });
}

export function costSince(before: NodeJS.CpuUsage, { bytes, letters }: { bytes: number; letters: number }): LetterCost {
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / letters, kilobytes: bytes / 1024 / letters };
}
