import { addressLines } from '#shared/adapters/print/address-lines';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, LETTER_TYPE } from '#shared/adapters/print/layout';
import { setLines } from '#shared/adapters/print/set-lines';
import { bytesOf, openSheets } from '#shared/adapters/print/sheets';
import type { LetterDraft } from '#shared/ports/letter-press';

/** A PDF of one A4 page: the sender's address top left, the recipient's in the window, nothing else. */
export function makeAddressPage(
  fonts: LetterFonts,
  { recipient, sender }: NonNullable<LetterDraft['addressPage']>,
): Promise<Uint8Array> {
  const sheets = openSheets(fonts).addPage();
  setLines(sheets, { lines: addressLines(sender), box: LETTER_LAYOUT.sender, size: LETTER_TYPE.sender });
  setLines(sheets, { lines: addressLines(recipient), box: LETTER_LAYOUT.window, size: LETTER_TYPE.address });
  return bytesOf(sheets);
}
