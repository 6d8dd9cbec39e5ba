import {
  type ContentStreamOperand,
  decodePDFRawStream,
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

/** Where a piece of text begins, in points from the lower left corner of the page's own coordinates. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

type Operands = readonly ContentStreamOperand[];

/** Forms are drawn in forms; deeper than this nobody draws an address. */
const DEEPEST = 8;
const XOBJECT = PDFName.of('XObject');
const RESOURCES = PDFName.of('Resources');

/**
 * Where each operator that shows text begins, in the page and in the forms it draws, whatever the text is: an operator is not
 * read, only placed. (The library's own extraction tells one place for a whole text object.)
 */
export function textPlaces(page: PDFPage): Place[] {
  const places: Place[] = [];
  walk(contentsOf(page.node.Contents()), { resources: page.node.Resources(), start: UNCHANGED, depth: 0 }, places);
  return places;
}

/** Whether a picture may stand among the operators themselves: such are skipped when these are read. */
export function mayHaveInlineImage({ node }: PDFPage): boolean {
  return /(^|\s)BI\s/.test(Buffer.from(contentsOf(node.Contents())).toString('latin1'));
}

interface Drawing {
  readonly resources: PDFDict | undefined;
  /** From the coordinates of the stream to those of the page. */
  readonly start: Matrix;
  readonly depth: number;
}

function walk(bytes: Uint8Array, { resources, start, depth }: Drawing, places: Place[]): void {
  const kept: Matrix[] = [];
  let current = start;
  let [line, text]: readonly [Matrix, Matrix] = [UNCHANGED, UNCHANGED];
  let leading = 0;

  const startLine = (at: Matrix) => {
    [line, text] = [at, at];
  };
  const nextLine = (x: number, y: number) => {
    startLine(after([1, 0, 0, 1, x, y], line));
  };
  const show = () => {
    const [, , , , x, y] = after(text, current);
    places.push({ x, y });
  };
  const showOnNext = () => {
    nextLine(0, -leading);
    show();
  };
  const operators: Readonly<Record<string, (operands: Operands) => void>> = {
    q: () => kept.push(current),
    Q: () => {
      current = kept.pop() ?? current;
    },
    cm: (operands) => {
      current = after(matrixOf(operands), current);
    },
    BT: () => {
      startLine(UNCHANGED);
    },
    Tm: (operands) => {
      startLine(matrixOf(operands));
    },
    Td: ([x, y]) => {
      nextLine(numberIn(x), numberIn(y));
    },
    TD: ([x, y]) => {
      leading = -numberIn(y);
      nextLine(numberIn(x), numberIn(y));
    },
    TL: ([value]) => {
      leading = numberIn(value);
    },
    'T*': () => {
      nextLine(0, -leading);
    },
    Tj: show,
    TJ: show,
    "'": showOnNext,
    '"': showOnNext,
    Do: ([name]) => {
      const form = formNamed(resources, name);
      if (!form || depth === DEEPEST) return;
      const inner = { resources: form.resources ?? resources, start: after(form.matrix, current), depth: depth + 1 };
      walk(form.bytes, inner, places);
    },
  };
  for (const { name, args } of parseContentStream(bytes)) operators[name]?.(args);
}

function numberIn(operand: ContentStreamOperand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

interface Form {
  readonly bytes: Uint8Array;
  readonly matrix: Matrix;
  readonly resources: PDFDict | undefined;
}

/** What is drawn under a name, where that is a form and no picture. */
function formNamed(resources: PDFDict | undefined, name: ContentStreamOperand | undefined): Form | undefined {
  const forms = resources?.lookup(XOBJECT);
  if (!(forms instanceof PDFDict) || typeof name !== 'object' || !('value' in name)) return undefined;
  const form = typeof name.value === 'string' && forms.lookup(PDFName.of(name.value));
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form'))
    return undefined;
  const [matrix, own] = [form.dict.lookup(PDFName.of('Matrix')), form.dict.lookup(RESOURCES)];
  const numbers = matrix instanceof PDFArray ? matrix.asArray() : [];
  return {
    bytes: contentsOf(form),
    matrix: matrixOf(numbers.map((each) => (each instanceof PDFNumber ? each.asNumber() : undefined))),
    resources: own instanceof PDFDict ? own : undefined,
  };
}

/** One stream, or several that are read as one. */
function contentsOf(contents: PDFObject | undefined): Uint8Array {
  if (contents instanceof PDFRawStream) return decodePDFRawStream(contents).decode();
  if (!(contents instanceof PDFArray)) return new Uint8Array();
  const parts = contents.asArray().map((_, index) => contentsOf(contents.lookup(index)));
  return new Uint8Array(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])));
}
