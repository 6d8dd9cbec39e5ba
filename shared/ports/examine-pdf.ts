import type { PrintFlaw } from '#shared/domain/message/print-flaw';

/** What is seen of a PDF. */
export interface PdfLook {
  /**
   * Every flaw, those too that the sender's wishes may mend; none of a document that can be printed as it is. Where it can not be
   * told whether an address stands in the window (a scanned page), that is no flaw.
   */
  readonly flaws: readonly PrintFlaw[];
  /** Of one without flaws. */
  readonly pages?: number;
  /** What the window says, in lines, where all of it can be read and it has a Finnish post code and place. Personal data. */
  readonly window?: string | undefined;
}

/** Looks a PDF through as a printer would have to take it. */
export type ExaminePdf = (pdf: Uint8Array) => Promise<PdfLook>;
