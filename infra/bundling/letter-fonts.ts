import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a function finds the faces that letters are set in: beside its bundle, which Lambda unpacks there. */
export const FONTS_IN_LAMBDA = '/var/task/fonts';

const FROM = fileURLToPath(new URL('../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url));

/** Puts the faces into a bundle. */
export function copyFonts(outputFolder: string): void {
  for (const face of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    cpSync(join(FROM, face), join(outputFolder, 'fonts', face));
  }
}
