import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** Actions that run something or reach outside the document (ISO 32000-1, 12.6.4). A link or a jump does neither. */
const REACHING = [
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
  'GoTo3DView',
];
const ACTIONS = new Set(['RichMediaExecute', ...REACHING].map((name) => PDFName.of(name)));
const [S, TYPE, SUBTYPE] = [PDFName.of('S'), PDFName.of('Type'), PDFName.of('Subtype')];
/** Keys that only a script has, and the form that a program draws. */
const SCRIPT_KEYS = ['JS', 'JavaScript', 'XFA'].map((name) => PDFName.of(name));
const FILE_KEYS = ['EF', 'EmbeddedFiles'].map((name) => PDFName.of(name));
const FILE_TYPES = new Set(['EmbeddedFile', 'FileAttachment', 'RichMedia'].map((name) => PDFName.of(name)));

/** Whether anything in the document could run: scripts, actions that reach outside it, XFA forms. */
export function isScripted(document: PDFDocument): boolean {
  return dictsOf(document).some(
    (dict) => SCRIPT_KEYS.some((key) => dict.has(key)) || ACTIONS.has(nameAt(dict, S) ?? S),
  );
}

/** Whether other files lie in the document, as attachments or as media. */
export function hasFilesInside(document: PDFDocument): boolean {
  return dictsOf(document).some(
    (dict) =>
      FILE_KEYS.some((key) => dict.has(key)) || [TYPE, SUBTYPE].some((key) => FILE_TYPES.has(nameAt(dict, key) ?? key)),
  );
}

function nameAt(dict: PDFDict, key: PDFName): PDFName | undefined {
  const value = dict.lookup(key);
  return value instanceof PDFName ? value : undefined;
}

/** Every dictionary, those inside others too, whether a page reaches it or not. */
function dictsOf({ context }: PDFDocument): PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => dictsIn(object));
}

function dictsIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return dictsIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictsIn);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(dictsIn)] : [];
}
