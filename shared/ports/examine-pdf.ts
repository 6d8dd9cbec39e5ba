import type { PrintFlaw } from '#shared/domain/message/print-flaw';

/**
 * Looks a PDF through as a printer would have to take it.
 *
 * @returns every flaw, those too that the sender's wishes may mend; none of a document that can be printed as it is. Where
 * it can not be told whether an address stands in the window (a scanned page), that is no flaw.
 */
export type ExaminePdf = (pdf: Uint8Array) => Promise<readonly PrintFlaw[]>;

/** Pages of a PDF in which that look found no flaw. */
export type CountPages = (pdf: Uint8Array) => Promise<number>;
