import { addressLines } from '#shared/adapters/print/address-lines';
import type { Modules } from '#shared/adapters/print/data-matrix/data-matrix';
import { type Box, LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { marksOf } from '#shared/adapters/print/marks';
import { setLines } from '#shared/adapters/print/set-lines';
import { settable } from '#shared/adapters/print/settable';
import { breakLines } from '#shared/adapters/print/typesetting/break-lines';
import { type Faces, type Run, type Style, lineHeight, runAt, widthOf } from '#shared/adapters/print/typesetting/run';
import type { LetterDraft, Printing } from '#shared/ports/letter-press';

export type LetterText = NonNullable<LetterDraft['text']>;

/** What stands on each page. */
export type LetterPages = readonly LetterPage[];

export interface LetterPage {
  readonly runs: readonly Run[];
  /** The mark for the inserter; absent on a back. */
  readonly mark?: Modules | undefined;
}

const { date, firstText, nextText, pageNumber, sender, window } = LETTER_LAYOUT;
const TITLE: Style = { weight: 'bold', size: LETTER_TYPE.title };
const TEXT: Style = { weight: 'regular', size: LETTER_TYPE.text };
const HEADING: Style = { weight: 'bold', size: LETTER_TYPE.sender };
const WORDS_OF_HUB: Style = { weight: 'regular', size: LETTER_TYPE.sender };
/** Points between the lines of a text. */
const LINE_GAP = 0.25 * LETTER_TYPE.text;
/** Lines left empty before a paragraph, and before the words of the hub. */
const PARAGRAPH_GAP = 0.8;
const INSERT_GAP = 2;
/** Points that the beginning of an insert takes: the gap before it, its heading and two lines. */
const INSERT_BEGINNING = 10 * LETTER_TYPE.sender;

/** A letter of one or more A4 pages: sender, date and the recipient's address on the first, text over as many as it takes. */
export function layOutLetter(faces: Faces, text: LetterText, printing?: Printing): LetterPages {
  const head = [
    ...setLines(faces, {
      lines: [text.sender],
      box: sender,
      size: LETTER_TYPE.sender,
      unbrokenTo: LETTER_TYPE.sender,
    }),
    ...setLines(faces, { lines: [text.date], box: date, size: LETTER_TYPE.sender }),
    ...setLines(faces, { lines: addressLines(text.recipient), box: window, size: LETTER_TYPE.address }),
  ];
  const pages = numbered(faces, flowText(faces, head, text));
  const marks = marksOf(pages.length, printing);
  return pages.map((runs, index) => ({ runs, mark: marks[index] }));
}

type Words = Partial<Pick<LetterText, 'title' | 'body' | 'inserts'>>;

/**
 * Title and paragraphs under the head of a first page, and the hub's own words smaller and further down. Empty lines part
 * paragraphs.
 */
export function flowText(faces: Faces, head: readonly Run[], { title, body = '', inserts = [] }: Words): Run[][] {
  const pages: Run[][] = [[...head]];
  let top = points(firstText.top);

  if (title !== undefined) setBlock(settable(title).trim(), TITLE);
  setParagraphs(body, TEXT);
  for (const { heading, paragraphs } of inserts) {
    if (top + INSERT_BEGINNING > bottomOf(nextText)) turnPage();
    else top += INSERT_GAP * heightIn(HEADING);
    setParagraphs(heading, HEADING);
    for (const paragraph of paragraphs) setParagraphs(paragraph, WORDS_OF_HUB);
  }
  return pages;

  function setParagraphs(text: string, style: Style): void {
    for (const paragraph of settable(text).split(/\n(?:[^\S\n]*\n)+/)) {
      if (paragraph.trim() === '') continue;
      top += PARAGRAPH_GAP * heightIn(style);
      setBlock(paragraph.trimEnd(), style);
    }
  }

  function setBlock(text: string, style: Style): void {
    for (const line of breakLines(faces, style, { text, width: points(firstText.width) })) {
      if (top + heightIn(style) > bottomOf(nextText)) turnPage();
      pages.at(-1)?.push(runAt(faces, style, { text: line, left: points(firstText.left), top }));
      top += heightIn(style);
    }
  }

  function turnPage(): void {
    pages.push([]);
    top = points(nextText.top);
  }

  function heightIn(style: Style): number {
    return lineHeight(faces, style) + LINE_GAP;
  }
}

function bottomOf({ top, height }: Box): number {
  return points(top + height);
}

/** Writes `1 (2)` on every page of a letter that has more than one. */
function numbered(faces: Faces, pages: readonly Run[][]): Run[][] {
  if (pages.length === 1) return [...pages];
  return pages.map((runs, index) => {
    const text = `${index + 1} (${pages.length})`;
    const right = points(pageNumber.left + pageNumber.width);
    const left = right - widthOf(faces, WORDS_OF_HUB, text);
    return [...runs, runAt(faces, WORDS_OF_HUB, { text, left, top: points(pageNumber.top) })];
  });
}
