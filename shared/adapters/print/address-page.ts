import { addressLines } from '#shared/adapters/print/address-lines';
import { LETTER_LAYOUT, LETTER_TYPE } from '#shared/adapters/print/layout';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { setLines } from '#shared/adapters/print/set-lines';
import type { Faces } from '#shared/adapters/print/typesetting/run';
import type { LetterDraft } from '#shared/ports/letter-press';

/** A PDF of one A4 page: the sender's address top left, the recipient's in the window, nothing else. */
export function makeAddressPage(
  faces: Faces,
  { recipient, sender }: NonNullable<LetterDraft['addressPage']>,
): Uint8Array {
  const file = openLetterFile(faces);
  const page = [
    ...setLines(faces, { lines: addressLines(sender), box: LETTER_LAYOUT.sender, size: LETTER_TYPE.sender }),
    ...setLines(faces, { lines: addressLines(recipient), box: LETTER_LAYOUT.window, size: LETTER_TYPE.address }),
  ];
  return Buffer.concat([file.add([{ runs: page }]), file.close()]);
}
