import { constants, inflateRawSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** What is packed in a PDF is longer than it may be. */
export class SwollenError extends Error {}

const [FILTER, PARAMETERS] = [PDFName.of('Filter'), PDFName.of('DecodeParms')];
const FLATE = new Set(['FlateDecode', 'Fl'].map((name) => PDFName.of(name)));
/** Bytes of the header before what zlib has deflated (RFC 1950). */
const ZLIB_HEADER = 2;
/** Bytes that are taken out of a stream at a time. */
const STEP = 65_536;

/**
 * What a stream says, at most `most` bytes of it: neither memory nor time goes into more. One that ends too early is told as far as it goes,
 * and its checksum is not looked at, as readers do.
 *
 * @throws SwollenError when it is longer; another error when it is damaged or packed in a way that only pictures are
 */
export function unpacked({ dict, contents }: PDFRawStream, most: number): Uint8Array {
  const filters = listed(dict.lookup(FILTER));
  const parameters = listed(dict.lookup(PARAMETERS));
  const bytes = filters.reduce<Uint8Array>((packed, filter, index) => {
    if (filter instanceof PDFName && FLATE.has(filter)) return inflated(packed, most);
    const step = dict.context.obj({ Filter: filter, DecodeParms: parameters[index] ?? null });
    return step instanceof PDFDict ? drawn(PDFRawStream.of(step, packed), most) : packed;
  }, contents);
  if (bytes.length > most) throw new SwollenError();
  return bytes;
}

function listed(value: PDFObject | undefined): readonly PDFObject[] {
  if (value instanceof PDFArray) return value.asArray().map((_, index) => value.lookup(index) ?? value);
  return value ? [value] : [];
}

function inflated(packed: Uint8Array, most: number): Uint8Array {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateRawSync(packed.subarray(ZLIB_HEADER), { finishFlush, maxOutputLength: Math.max(1, most) });
  } catch (fault) {
    throw fault instanceof RangeError ? new SwollenError() : fault;
  }
}

/** By the library, which gives these little by little. */
function drawn(stream: PDFRawStream, most: number): Uint8Array {
  const source = decodePDFRawStream(stream);
  let length = 0;
  for (let taken = STEP; taken > 0; length += taken) {
    if (length > most) throw new SwollenError();
    taken = source.getBytes(STEP).length;
  }
  return source.decode();
}
