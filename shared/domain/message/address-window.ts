/** Room for an address in a window envelope, in millimetres; the opening itself is larger (layout of the letter). */
export const WINDOW_ROOM = { width: 75, height: 27 } as const;

/** Points of the smallest type an address is set in. */
export const SMALLEST_TYPE = 7;

/** Points in a millimetre. */
const POINTS = 72 / 25.4;
/** Units of the font in the height of its type, and from one line to the next. */
const [EM, LINE] = [2048, 2384];
/** A window in units of the font at the smallest type. */
const WIDTH = (WINDOW_ROOM.width * POINTS * EM) / SMALLEST_TYPE;
const MOST_LINES = Math.floor((WINDOW_ROOM.height * POINTS * EM) / SMALLEST_TYPE / LINE);

/**
 * Widths of characters in DejaVu Sans, which letters are set in, in units of 1/2048 of its size, rounded up to hundreds: a
 * line measured with them is never wider on paper. A test reads the font.
 */
export const CHARACTER_WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [600, "'ijlìíîïĩīĭįıĵĺļł"],
  [700, ' ,./:;IJ\\|¦·ÌÍÎÏĨĪĬĮİĴŀ‘’'],
  [800, '()-[]fľſ'],
  [900, '!rt¡²³¹ŕŗřţťŧț'],
  [1000, '"ªº'],
  [1100, '*?_`sz§¨¯°´¸¿śŝşšźżžș–“”'],
  [1200, 'FLckçćĉċčĳķĸĹĻĽĿŁ'],
  [1300, 'EPSTYabdeghnopquvxy«»ÈÉÊËÝÞßàáâãäåèéêëðñòóôõöøùúûüýþÿāăąďđĒēĔĕĖėĘęĚěĝğġģĥĲńņňŋōŏőŚŜŞŠŢŤŦũūŭůűųŶŷŸȘȚ'],
  [1400, '$0123456789K{}¢£¤¥µ¶Ķ€'],
  [1500, 'ABCRUVXZÀÁÂÃÄÅÇÙÚÛÜĀĂĄĆĈĊČħŔŖŘŨŪŬŮŰŲŹŻŽ'],
  [1600, '&DGHNÐÑĎĐĜĞĠĢĤŃŅŇŊẞ'],
  [1700, 'OQwÒÓÔÕÖØŉŌŎŐŵ'],
  [1800, '#+<=>M^~¬±×÷'],
  [1900, 'Ħ'],
  [2000, '%m¼½¾Æ'],
  [2100, '@W©®æœŴ—'],
  [2200, 'Œ'],
];

/** Of a character that stands in no row: as wide as any letter of Europe. */
const ANY = 2400;

const WIDTHS = new Map(
  CHARACTER_WIDTHS.flatMap(([width, characters]) => Array.from(characters, (each) => [each, width])),
);

/**
 * Whether lines fit the window of an envelope in type that can be read: a line too long is broken at its spaces, a word too
 * long anywhere. Looks at sizes only; at intake nothing has been laid out yet.
 */
export function fitsWindow(lines: readonly string[]): boolean {
  return lines.reduce((rows, line) => rows + rowsOf(line), 0) <= MOST_LINES;
}

function rowsOf(line: string): number {
  let [rows, taken] = [1, 0];
  for (const word of line.normalize('NFC').trim().split(/\s+/)) {
    const width = widthOf(word);
    const withSpace = taken === 0 ? width : taken + widthOf(' ') + width;
    if (withSpace <= WIDTH) taken = withSpace;
    else [rows, taken] = alone(word, taken === 0 ? rows : rows + 1);
  }
  return rows;
}

/** A word that begins the given row, and how far it reaches into its last one. */
function alone(word: string, row: number): [number, number] {
  let [rows, taken] = [row, 0];
  for (const character of word) {
    const width = widthOf(character);
    const fits = taken + width <= WIDTH;
    rows += fits ? 0 : 1;
    taken = fits ? taken + width : width;
  }
  return [rows, taken];
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (WIDTHS.get(character) ?? ANY), 0);
}
