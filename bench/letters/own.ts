import { letterNo } from '#bench/letters/text';
import { readFonts } from '#shared/adapters/print/fonts';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { layOutLetter } from '#shared/adapters/print/plain-letter';
import { readFaces } from '#shared/adapters/print/typesetting/face';

export interface LetterCost {
  readonly cpuMs: number;
  readonly kilobytes: number;
}

const faces = readFaces(readFonts());

/** Letters one after another in one file, its bytes let go as they come. */
export function measureBatch(letters: number): LetterCost {
  return measured(letters, () => fileOf(0, letters));
}

/** Each letter in a file of its own. */
export function measureSingle(letters: number): LetterCost {
  return measured(letters, () => {
    let bytes = 0;
    for (let number = 0; number < letters; number += 1) bytes += fileOf(number, number + 1);
    return bytes;
  });
}

function fileOf(from: number, to: number): number {
  const file = openLetterFile(faces, 'fi');
  let bytes = 0;
  for (let number = from; number < to; number += 1) bytes += file.add(layOutLetter(faces, letterNo(number))).length;
  return bytes + file.close().length;
}

function measured(letters: number, write: () => number): LetterCost {
  const before = process.cpuUsage();
  const bytes = write();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / letters, kilobytes: bytes / 1024 / letters };
}
