import type { Letter, PrintOptions } from '#shared/domain/delivery-postal/letter';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Language } from '#shared/domain/message/hub-fields';
import type { Result } from '#shared/kernel/result';

/** Words of the hub in a letter. */
export interface LetterInsert {
  readonly heading: string;
  /** A single line end stays a line end. */
  readonly paragraphs: readonly string[];
}

/** How a letter comes out of the printer. */
export interface Printing extends Pick<PrintOptions, 'duplex' | 'rotateLandscapePages'> {
  readonly letterId: Letter['letterId'];
}

/** What is put on paper. Give `pdf` to pass a document through, or `text` to have one laid out. */
export interface LetterDraft {
  /** Printed on a page of its own before `pdf`; absent when the document carries its address itself. */
  readonly addressPage?: {
    readonly recipient: PostalAddress;
    readonly sender: PostalAddress;
    /** Words of the hub below the addresses. */
    readonly inserts?: readonly LetterInsert[];
  };
  readonly pdf?: Uint8Array;
  /** Absent: on one side, as it lies, without marks for an inserter. */
  readonly printing?: Printing | undefined;
  readonly text?: {
    readonly title: string;
    readonly body: string;
    readonly recipient: PostalAddress;
    readonly sender: string;
    readonly language: Language;
    /** Day of the letter, as the reader writes it. */
    readonly date: string;
    /** Words of the hub after those of the sender, set apart. */
    readonly inserts?: readonly LetterInsert[];
  };
}

export interface PrintedLetter {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface PdfUnreadable {
  readonly kind: 'pdf-unreadable';
}

/** An address or a text has characters that the fonts of the press can't show. */
export interface LettersMissing {
  readonly kind: 'letters-missing';
}

/**
 * Makes the PDF that is printed: A4, fonts embedded. Printed on both sides, an address page has an empty back. The front of
 * each sheet has a mark for the inserter (`sheetMark`); only a document passed through without an address page has none, and
 * keeps its bytes where no page of it is turned.
 */
export interface LetterPress {
  /** Refused with `pdf-unreadable` when the document given can't be read as a PDF; with `letters-missing` rather than with a gap on paper. */
  compose(draft: LetterDraft): Promise<Result<PrintedLetter, PdfUnreadable | LettersMissing>>;
}
