import { makeAddressPage } from '#shared/adapters/print/address-page';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { type LetterText, layOutLetter } from '#shared/adapters/print/plain-letter';
import { prepareDocument } from '#shared/adapters/print/sender-document';
import { readFaces } from '#shared/adapters/print/typesetting/face';
import type { Faces } from '#shared/adapters/print/typesetting/run';
import { ok } from '#shared/kernel/result';
import type { LetterPress, PrintedLetter, Printing } from '#shared/ports/letter-press';

export interface LetterPressOptions {
  /** Whole TrueType files, as `readFonts` gives them. */
  readonly fonts: LetterFonts;
}

/**
 * A press on the hub's own writer of letters and, for the documents of senders, @cantoo/pdf-lib. The same draft gives the same bytes: no clock, no chance. Fonts are embedded as
 * subsets; the metadata names nobody. A draft is either `pdf` (with an address page before it or not) or `text`.
 *
 * @returns `compose` refuses with `pdf-unreadable` a `pdf` that is empty, damaged, encrypted or without pages
 * @throws `compose` on a draft with neither `pdf` nor `text`
 */
export function makeLetterPress({ fonts }: LetterPressOptions): LetterPress {
  const faces = readFaces(fonts);
  return {
    async compose({ pdf, addressPage, text, printing }) {
      if (pdf) return prepareDocument(pdf, { front: addressPage && makeAddressPage(faces, addressPage), printing });
      if (text) return ok(letterOf(faces, text, printing));
      throw new Error('a letter with neither a document nor a text');
    },
  };
}

/** A file of one letter. */
function letterOf(faces: Faces, text: LetterText, printing: Printing | undefined): PrintedLetter {
  const file = openLetterFile(faces, text.language);
  const pages = layOutLetter(faces, text, printing);
  return { pdf: new Uint8Array(Buffer.concat([file.add(pages), file.close()])), pages: pages.length };
}
