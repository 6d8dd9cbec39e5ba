import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The two TrueType faces a letter is set in, as whole font files. */
export interface LetterFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/**
 * Reads DejaVuSans.ttf and DejaVuSans-Bold.ttf.
 *
 * @param folder where a deployed bundle ships them; without it they come from the installed dejavu-fonts-ttf package
 * @throws when a file is missing: a press without its fonts must not start
 */
export function readFonts(folder?: string): LetterFonts {
  const from = folder ?? packagedFonts();
  return { regular: readFileSync(join(from, 'DejaVuSans.ttf')), bold: readFileSync(join(from, 'DejaVuSans-Bold.ttf')) };
}

function packagedFonts(): string {
  return join(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'), '..', 'ttf');
}
