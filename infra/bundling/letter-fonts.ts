/** Where a function finds the faces that letters are set in: beside its bundle, which Lambda unpacks there. */
export const FONTS_IN_LAMBDA = '/var/task/fonts';

const FROM = 'node_modules/dejavu-fonts-ttf/ttf';

/** Commands that put the faces into a bundle. */
export function copyFonts(outputFolder: string): string[] {
  return [
    `mkdir -p "${outputFolder}/fonts"`,
    `cp ${FROM}/DejaVuSans.ttf ${FROM}/DejaVuSans-Bold.ttf "${outputFolder}/fonts/"`,
  ];
}
