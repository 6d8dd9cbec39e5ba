import {
  PDFArray,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { SwollenError, unpacked } from '#shared/adapters/print/examine/unpack';

/** Bytes of objects that a document may have packed in streams. */
const MOST_PACKED = 16 * 1024 * 1024;
/** Objects of a document; a tagged one of 500 pages has some 150 000. */
const MOST_OBJECTS = 250_000;
/** How often each byte may be looked at: a sound document takes two. */
const LOOKS = 8;
/** What may be spent on a document however small it is, and on a place where no object begins. */
const [AT_LEAST, ASTRAY] = [1024 * 1024, 50];
/** Bytes of a number in the table of objects. */
const WIDEST = 8;

const TYPE = PDFName.of('Type');
const [OBJECTS, TABLE] = [PDFName.of('ObjStm'), PDFName.of('XRef')];
/** Made once: it is thrown for every byte of what is no PDF. */
const NO_NUMBER = new Error('no number where one must be');
/** Digits of the longest number of an object, a place or a length. */
const LONGEST = 20;

/**
 * The library's parser with an end to its patience. By itself it unpacks whatever streams of objects hold, believes what a
 * table of objects says of its own length, and reads what is no object again from each of its bytes.
 */
export class BoundedParser extends PDFParser {
  private patience: number;
  private objects = 0;
  private packed = 0;
  /** Why it was given up; the library takes what is thrown on the way for damage of one object. */
  private why: Error | undefined;

  constructor(pdf: Uint8Array) {
    super(pdf, Infinity, true);
    this.patience = AT_LEAST + LOOKS * pdf.length;
    const { context } = this;
    const assign = context.assign.bind(context);
    context.assign = (ref: PDFRef, object: PDFObject) => {
      this.objects += 1;
      if (this.objects > MOST_OBJECTS) this.giveUp(new SwollenError());
      this.spend(object.sizeInBytes());
      assign(ref, object);
    };
  }

  /** @throws SwollenError when it holds more than a document may; another error when it takes more work than a sound one does */
  override async parseDocument() {
    try {
      return await super.parseDocument();
    } finally {
      if (this.why) throw this.why;
    }
  }

  protected override skipWhitespaceAndComments(): void {
    const start = this.bytes.offset();
    super.skipWhitespaceAndComments();
    this.spend(this.bytes.offset() - start);
  }

  protected override parseRawInt(): number {
    let digits = 0;
    while (digits <= LONGEST && isDigit(this.bytes.peekAhead(digits))) digits += 1;
    this.spend(digits);
    if (digits > 0 && digits <= LONGEST) return super.parseRawInt();
    this.spend(ASTRAY);
    throw NO_NUMBER;
  }

  protected override parseDictOrStream(ref?: PDFRef) {
    const object = super.parseDictOrStream(ref);
    if (object instanceof PDFRawStream) this.admit(object);
    return object;
  }

  /** What the library unpacks as it parses. */
  private admit(stream: PDFRawStream): void {
    const type = stream.dict.lookup(TYPE);
    if (type !== OBJECTS && type !== TABLE) return;
    if (type === TABLE && !isTableInBounds(stream.dict)) this.giveUp(new SwollenError());
    try {
      const { length } = unpacked(stream, MOST_PACKED - this.packed);
      this.packed += length;
      this.patience += LOOKS * length;
    } catch (fault) {
      if (fault instanceof SwollenError) this.giveUp(fault);
      throw fault;
    }
  }

  private spend(bytes: number): void {
    this.patience -= bytes;
    if (this.patience < 0) this.giveUp(NO_NUMBER);
  }

  private giveUp(why: Error): never {
    this.why ??= why;
    this.bytes.done = () => true;
    throw NO_NUMBER;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The library makes an entry for each that it tells of, whether there are bytes for it or none. */
function isTableInBounds(dict: PDFDict): boolean {
  const sections = numbersIn(dict, 'Index');
  const size = dict.lookup(PDFName.of('Size'));
  const told =
    sections.length > 0
      ? sections.filter((_, index) => index % 2 === 1)
      : [size instanceof PDFNumber ? size.asNumber() : 0];
  const entries = told.reduce((sum, count) => sum + Math.max(0, count), 0);
  return entries <= MOST_OBJECTS && numbersIn(dict, 'W').every((width) => width <= WIDEST);
}

function numbersIn(dict: PDFDict, key: string): number[] {
  const array = dict.lookup(PDFName.of(key));
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().map((_, index) => {
    const number = array.lookup(index);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  });
}
