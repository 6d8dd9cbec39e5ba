import type { PostalAddress } from '#shared/domain/message/address';
import type { Language } from '#shared/domain/message/hub-fields';
import type { Result } from '#shared/kernel/result';

/** Words of the hub in a letter. */
export interface LetterInsert {
  readonly heading: string;
  /** A single line end stays a line end. */
  readonly paragraphs: readonly string[];
}

/** What is put on paper. Give `pdf` to pass a document through, or `text` to have one laid out. */
export interface LetterDraft {
  /** Printed on a page of its own before `pdf`; absent when the document carries its address itself. */
  readonly addressPage?: { readonly recipient: PostalAddress; readonly sender: PostalAddress };
  readonly pdf?: Uint8Array;
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

/** Makes the PDF that is printed: A4, fonts embedded. A document passed through without an address page keeps its bytes. */
export interface LetterPress {
  /** Refused with `pdf-unreadable` when the document given can't be read as a PDF. */
  compose(draft: LetterDraft): Promise<Result<PrintedLetter, PdfUnreadable>>;
}
