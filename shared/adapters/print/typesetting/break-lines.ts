import { type Faces, type Style, widthOf } from '#shared/adapters/print/typesetting/run';

/** A word with the spaces before it; after a hyphen or a slash inside a word a line may end too, but not inside a web address. */
const PIECE = / *(?:(?:https?:|www\.)[^ ]+|[^ \-/]*[-/]+(?=[^ \d])|[^ ]+)| +$/gu;

/**
 * Breaks a text into lines no wider than `width` points: at spaces, which the end of a line swallows, after hyphens and
 * slashes, and inside a word only where it is wider than a whole line. A line end of the text stays one. Nothing is lost.
 */
export function breakLines(faces: Faces, style: Style, { text, width }: { text: string; width: number }): string[] {
  return text.split('\n').flatMap((line) => (isWithin(line) ? [line] : broken(line)));

  function isWithin(line: string): boolean {
    return widthOf(faces, style, line) <= width;
  }

  function broken(line: string): string[] {
    const lines: string[] = [];
    let [current, taken] = ['', 0];
    for (const piece of line.match(PIECE) ?? []) {
      const wide = widthOf(faces, style, piece);
      if (taken + wide <= width) {
        current += piece;
        taken += wide;
        continue;
      }
      if (current !== '') lines.push(current);
      [current, taken] = inPieces(current === '' ? piece : piece.trimStart(), lines);
    }
    return [...lines, current];
  }

  /** What is left of a word after the lines it fills alone. */
  function inPieces(word: string, lines: string[]): [string, number] {
    let [current, taken] = ['', 0];
    for (const character of word) {
      const wide = widthOf(faces, style, character);
      if (taken + wide > width && current !== '') {
        lines.push(current);
        [current, taken] = ['', 0];
      }
      current += character;
      taken += wide;
    }
    return [current, taken];
  }
}
