import { makeAddressPage } from '#shared/adapters/print/address-page';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { layOutLetter } from '#shared/adapters/print/plain-letter';
import { putInFront, readDocument } from '#shared/adapters/print/sender-document';
import { trimFont } from '#shared/adapters/print/trim-font';
import { ok } from '#shared/kernel/result';
import type { LetterPress } from '#shared/ports/letter-press';

export interface LetterPressOptions {
  /** Whole TrueType files, as `readFonts` gives them. */
  readonly fonts: LetterFonts;
}

/**
 * A press on pdfkit and @cantoo/pdf-lib. The same draft gives the same bytes: no clock, no chance. Fonts are embedded as
 * subsets; the metadata names nobody. A draft is either `pdf` (with an address page before it or not) or `text`.
 *
 * @returns `compose` refuses with `pdf-unreadable` a `pdf` that is empty, damaged, encrypted or without pages
 * @throws `compose` on a draft with neither `pdf` nor `text`
 */
export function makeLetterPress({ fonts }: LetterPressOptions): LetterPress {
  const trimmed = { regular: trimFont(fonts.regular), bold: trimFont(fonts.bold) };
  return {
    async compose({ pdf, addressPage, text }) {
      if (pdf) return addressPage ? putInFront(await makeAddressPage(trimmed, addressPage), pdf) : readDocument(pdf);
      if (text) return ok(await layOutLetter(trimmed, text));
      throw new Error('a letter with neither a document nor a text');
    },
  };
}
