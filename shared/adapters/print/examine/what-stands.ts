import {
  type ContentStreamOperand,
  parseContentStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { type Matrix, UNCHANGED, after, matrixOf } from '#shared/adapters/print/examine/matrix';
import { type Bounds, type Point, around, makeOutline } from '#shared/adapters/print/examine/outline';
import { makeTextCursor } from '#shared/adapters/print/examine/text-cursor';
import { unpacked } from '#shared/adapters/print/examine/unpack';

/** A piece of text, in points from the lower left corner of the page's own coordinates. */
export interface Piece {
  /** Where it begins. */
  readonly at: Point;
  /** As it stands in the PDF, in the codes of its font. */
  readonly bytes: Uint8Array;
  readonly font: PDFDict | undefined;
}

/** What stands on a page: its texts, and where its pictures and drawings reach. */
export interface Standing {
  readonly texts: readonly Piece[];
  readonly shapes: readonly Bounds[];
}

type Operands = readonly ContentStreamOperand[];

/** Forms are drawn in forms; deeper than this nobody draws an address. */
const DEEPEST = 8;
/** Bytes of operators that are read of a page, each as often as it is drawn. */
const MOST_READ = 8 * 1024 * 1024;
const [XOBJECT, FONT] = [PDFName.of('XObject'), PDFName.of('Font')];
const [SUBTYPE, FORM] = [PDFName.of('Subtype'), PDFName.of('Form')];

/**
 * Texts, pictures and drawings of a page and of the forms it draws, in the order they are drawn. Texts are placed where their operator
 * begins, whatever they say.
 *
 * @throws when the page takes too long to tell: its operators are too many, or can't be read
 */
export function whatStandsOn(page: PDFPage): Standing {
  const found = { texts: [], shapes: [], left: MOST_READ };
  const bytes = contentsOf(page.node.Contents(), found);
  walk(bytes, { resources: page.node.Resources(), start: UNCHANGED, depth: 0, found });
  return found;
}

/** Whether a picture may stand among the operators themselves: such are skipped when these are read. */
export function mayHaveInlineImage({ node }: PDFPage): boolean {
  return /(^|\s)BI\s/.test(Buffer.from(contentsOf(node.Contents(), { left: MOST_READ })).toString('latin1'));
}

interface Reading {
  /** Bytes that may still be read. */
  left: number;
}

interface Found extends Reading {
  readonly texts: Piece[];
  readonly shapes: Bounds[];
}

interface Drawing {
  readonly resources: PDFDict | undefined;
  /** From the coordinates of the stream to those of the page. */
  readonly start: Matrix;
  readonly depth: number;
  readonly found: Found;
}

/** What `q` keeps and `Q` brings back. */
interface State {
  readonly matrix: Matrix;
  readonly font: PDFDict | undefined;
}

function walk(bytes: Uint8Array, { resources, start, depth, found }: Drawing): void {
  const kept: State[] = [];
  const [outline, cursor] = [makeOutline(), makeTextCursor()];
  let state: State = { matrix: start, font: undefined };

  const show = (operands: Operands) => {
    found.texts.push({ at: cursor.at(state.matrix), bytes: bytesIn(operands), font: state.font });
  };
  const operators: Readonly<Record<string, (operands: Operands) => void>> = {
    q: () => kept.push(state),
    Q: () => {
      state = kept.pop() ?? state;
    },
    cm: (operands) => {
      state = { ...state, matrix: after(matrixOf(operands), state.matrix) };
    },
    Tf: ([name]) => {
      const font = namedIn(resources, FONT, name);
      state = { ...state, font: font instanceof PDFDict ? font : undefined };
    },
    Tj: show,
    TJ: show,
    "'": show,
    '"': show,
    Do: ([name]) => {
      const drawn = namedIn(resources, XOBJECT, name);
      if (!(drawn instanceof PDFRawStream)) return;
      if (drawn.dict.lookup(SUBTYPE) !== FORM) found.shapes.push(around(UNIT, state.matrix));
      else if (depth < DEEPEST) walkForm(drawn, { resources, start: state.matrix, depth: depth + 1, found });
    },
  };
  for (const { name, args } of parseContentStream(bytes)) {
    const numbers = args.map(numberIn);
    cursor.move(name, numbers);
    operators[name]?.(args);
    const shape = outline.after(name, numbers, state.matrix);
    if (shape) found.shapes.push(shape);
  }
}

/** A picture is drawn in a square of one point, which the matrix stretches. */
const UNIT: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
];

function walkForm(form: PDFRawStream, drawing: Drawing): void {
  const [matrix, own] = [form.dict.lookup(PDFName.of('Matrix')), form.dict.lookup(PDFName.of('Resources'))];
  const numbers = matrix instanceof PDFArray ? matrix.asArray() : [];
  const inner = matrixOf(numbers.map((each) => (each instanceof PDFNumber ? each.asNumber() : undefined)));
  const resources = own instanceof PDFDict ? own : drawing.resources;
  walk(contentsOf(form, drawing.found), { ...drawing, resources, start: after(inner, drawing.start) });
}

function numberIn(operand: ContentStreamOperand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

/** What is shown, without the distances between. */
function bytesIn(operands: Operands): Uint8Array {
  const strings = operands.flat().flatMap((each) => {
    return typeof each === 'object' && 'bytes' in each && each.bytes instanceof Uint8Array ? [each.bytes] : [];
  });
  return new Uint8Array(Buffer.concat(strings));
}

function namedIn(
  resources: PDFDict | undefined,
  kind: PDFName,
  name: ContentStreamOperand | undefined,
): PDFObject | undefined {
  const all = resources?.lookup(kind);
  if (!(all instanceof PDFDict) || typeof name !== 'object' || !('value' in name)) return undefined;
  return typeof name.value === 'string' ? all.lookup(PDFName.of(name.value)) : undefined;
}

/** One stream, or several that are read as one. */
function contentsOf(contents: PDFObject | undefined, reading: Reading): Uint8Array {
  if (contents instanceof PDFRawStream) {
    const bytes = unpacked(contents, reading.left);
    reading.left -= bytes.length;
    return bytes;
  }
  if (!(contents instanceof PDFArray)) return new Uint8Array();
  const parts = contents.asArray().map((_, index) => contentsOf(contents.lookup(index), reading));
  return new Uint8Array(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])));
}
