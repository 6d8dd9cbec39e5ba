import { addressLines } from '#shared/adapters/print/address-lines';
import { LETTER_LAYOUT, LETTER_TYPE } from '#shared/adapters/print/layout';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { flowText } from '#shared/adapters/print/plain-letter';
import { setLines } from '#shared/adapters/print/set-lines';
import type { Faces } from '#shared/adapters/print/typesetting/run';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { LetterDraft, LettersMissing } from '#shared/ports/letter-press';

/** A PDF of one A4 page: the sender's address top left, the recipient's in the window, the hub's own words below; of more
 * pages only where those are many. */
export function makeAddressPage(
  faces: Faces,
  { recipient, sender, inserts }: NonNullable<LetterDraft['addressPage']>,
): Result<Uint8Array, LettersMissing> {
  const file = openLetterFile(faces);
  const head = [
    ...setLines(faces, { lines: addressLines(sender), box: LETTER_LAYOUT.sender, size: LETTER_TYPE.sender }),
    ...setLines(faces, { lines: addressLines(recipient), box: LETTER_LAYOUT.window, size: LETTER_TYPE.address }),
  ];
  const written = file.add(flowText(faces, head, { inserts }).map((runs) => ({ runs })));
  return file.isWhole() ? ok(Buffer.concat([written, file.close()])) : refuse({ kind: 'letters-missing' });
}
