import { constants, deflateRawSync, deflateSync } from 'node:zlib';

/** What a document is made of, in the words of a PDF, and in bytes where it has streams. */
export type Part = string | Uint8Array;

/** A PDF of these objects, numbered from 1, with no table of them: readers do without. The first is the root. */
export function pdfOf(...objects: readonly Part[]): Uint8Array {
  const numbered = objects.flatMap((each, index) => [`${index + 1} 0 obj\n`, each, '\nendobj\n']);
  return joined('%PDF-1.7\n', numbered, 'trailer\n<< /Root 1 0 R >>\n%%EOF\n');
}

export function joined(...parts: readonly (Part | readonly Part[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.flat().map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  );
}

/** @param dict its entries, without a length */
export function stream(dict: string, bytes: Uint8Array): Uint8Array {
  return joined(`<< ${dict} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
}

const MB = 1024 * 1024;

/** That many megabytes of one letter, deflated: a thousandth as long. */
export function swelling(megabytes: number, letter = ' '): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(MB, letter), { finishFlush: constants.Z_FULL_FLUSH });
  const header = deflateSync('').subarray(0, 2);
  return joined(header, new Array<Uint8Array>(megabytes).fill(one), deflateRawSync(''));
}

/** A document of one page on which `contents` (objects from 4 on may be named) stand. */
export function pageOf(contents: Part, ...others: readonly Part[]): Uint8Array {
  return pdfOf(
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595.28 841.89] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 5 0 R >>',
    contents,
    ...others,
  );
}
