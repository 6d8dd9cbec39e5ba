import type { PostalAddress } from '#shared/domain/message/address';
import type { PrintFlaw } from '#shared/domain/message/print-flaw';

/**
 * Looks a PDF through as a printer would have to take it.
 *
 * @param addressedTo whom its window should name; absent where nobody asks
 * @returns every flaw, those too that the sender's wishes may mend; none of a document that can be printed as it is. Where
 * it can not be told whether an address stands in the window (a scanned page), that is no flaw; nor is a window whose text can't be read.
 */
export type ExaminePdf = (pdf: Uint8Array, addressedTo?: PostalAddress) => Promise<readonly PrintFlaw[]>;
