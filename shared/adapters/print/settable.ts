/** Text as the fonts can set it: composed letters, plain line ends, no tabs and nothing that is not seen by itself. */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[^\P{Cc}\n]|\p{Cf}|[\ufe00-\ufe0f]/gu, '');
}
