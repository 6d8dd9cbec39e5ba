import { makeAddressPage } from '#shared/adapters/print/address-page';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { type LetterText, layOutLetter } from '#shared/adapters/print/plain-letter';
import { prepareDocument } from '#shared/adapters/print/sender-document';
import { readFaces } from '#shared/adapters/print/typesetting/face';
import type { Faces } from '#shared/adapters/print/typesetting/run';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { LetterPress, LettersMissing, PrintedLetter, Printing } from '#shared/ports/letter-press';

export interface LetterPressOptions {
  /** Whole TrueType files, as `readFonts` gives them. */
  readonly fonts: LetterFonts;
}

/**
 * A press on the hub's own writer of letters and, for the documents of senders, @cantoo/pdf-lib. The same draft gives the same bytes: no clock, no chance. Fonts are embedded as
 * subsets; the metadata names nobody. A draft is either `pdf` (with an address page before it or not) or `text`.
 *
 * @returns `compose` refuses with `pdf-unreadable` a `pdf` that is empty, damaged, encrypted or without pages; with `letters-missing` an
 * address or a text with characters that DejaVu Sans has no glyph for, or that are not set one by one (Arabic, Hebrew, Devanagari)
 * @throws `compose` on a draft with neither `pdf` nor `text`
 */
export function makeLetterPress({ fonts }: LetterPressOptions): LetterPress {
  const faces = readFaces(fonts);
  return {
    async compose({ pdf, addressPage, text, printing }) {
      if (text && !pdf) return letterOf(faces, text, printing);
      if (!pdf) throw new Error('a letter with neither a document nor a text');
      const front = addressPage && makeAddressPage(faces, addressPage);
      return front && !front.ok ? front : prepareDocument(pdf, { front: front?.value, printing });
    },
  };
}

/** A file of one letter. */
function letterOf(
  faces: Faces,
  text: LetterText,
  printing: Printing | undefined,
): Result<PrintedLetter, LettersMissing> {
  const file = openLetterFile(faces, text.language);
  const pages = layOutLetter(faces, text, printing);
  const written = file.add(pages);
  if (!file.isWhole()) return refuse({ kind: 'letters-missing' });
  return ok({ pdf: new Uint8Array(Buffer.concat([written, file.close()])), pages: pages.length });
}
