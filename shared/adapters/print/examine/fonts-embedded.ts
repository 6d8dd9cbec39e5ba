import { PDFArray, PDFDict, PDFName, type PDFObject, type PDFPage, PDFStream } from '@cantoo/pdf-lib';

const TYPE = PDFName.of('Type');
const SUBTYPE = PDFName.of('Subtype');
const FONT = PDFName.of('Font');
const DESCRIPTOR = PDFName.of('FontDescriptor');
/** How an annotation looks. */
const AP = PDFName.of('AP');
const FILES = ['FontFile', 'FontFile2', 'FontFile3'].map((name) => PDFName.of(name));
/** Fonts that have no file of their own: their glyphs are drawings, or stand in a descendant. */
const FILELESS = new Set(['Type0', 'Type3'].map((name) => PDFName.of(name)));
/** Ways up and around. */
const AROUND = new Set(['Parent', 'P', 'Popup', 'StructParent'].map((name) => PDFName.of(name)));

/** Whether every font that the page and its annotations are set in lies in the document. */
export function embedsItsFonts({ node }: PDFPage): boolean {
  const seen = new Set<PDFObject>();
  const annotations = node.Annots()?.asArray() ?? [];
  const looks = annotations.map((each) => {
    const annotation = node.context.lookup(each);
    return annotation instanceof PDFDict ? annotation.get(AP) : undefined;
  });
  return [node.Resources(), ...looks].every((from) => from === undefined || isEmbeddedIn(from));

  function isEmbeddedIn(reference: PDFObject): boolean {
    const object = node.context.lookup(reference);
    if (!object || seen.has(object)) return true;
    seen.add(object);
    if (object instanceof PDFArray) return object.asArray().every(isEmbeddedIn);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return true;
    return hasItsFile(dict) && dict.entries().every(([key, value]) => AROUND.has(key) || isEmbeddedIn(value));
  }
}

function hasItsFile(dict: PDFDict): boolean {
  if (dict.lookup(TYPE) !== FONT) return true;
  const kind = dict.lookup(SUBTYPE);
  if (kind instanceof PDFName && FILELESS.has(kind)) return true;
  const descriptor = dict.lookup(DESCRIPTOR);
  return descriptor instanceof PDFDict && FILES.some((file) => descriptor.has(file));
}
