import { mediaTypeOf } from '#shared/domain/attachments/media-type';
import type { AttachmentId } from '#shared/domain/message/ids';
import { type FileRead, type KeepUploadPorts, UNNAMED, makeKeepUpload } from '#shared/flow/intake/keep-upload';
import { type RecipientIdsPorts, makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Ids } from '#shared/ports/ids';
import type { UploadedFile } from '#shared/ports/upload-parser';

/** Most files that one form takes. */
export const MOST_FILES = 10;

/**
 * Most bytes of the files of one form together: a function is called with 6 MB at most, in which a body in Base64 takes four
 * bytes for three.
 */
export const MOST_FILE_BYTES = 4_000_000;

export interface AttachFilesPorts extends Omit<KeepUploadPorts, 'sealer'>, RecipientIdsPorts {
  readonly ids: Ids;
}

/** Why the files of a form are not taken; `names` are those of a type that is not. */
export type FilesRefused =
  | { readonly kind: 'files-too-many' }
  | { readonly kind: 'files-too-large' }
  | { readonly kind: 'files-of-other-type'; readonly names: readonly string[] };

/**
 * Keeps the files that came with a form for the message that is about to be written with them: all of them or none. They
 * belong to the owner of the mailbox, like files uploaded for it.
 *
 * @see REQ-062, REQ-063; ADR 007
 */
export function makeAttachFiles(ports: AttachFilesPorts) {
  const { ids } = ports;
  const recipients = makeRecipientIds(ports);
  const { baseOf, keepUpload } = makeKeepUpload(ports);

  return async function attachFiles(
    { recipientId: known, owner }: Acting,
    files: readonly UploadedFile[],
  ): Promise<Result<readonly AttachmentId[], FilesRefused>> {
    const read = readFiles(files);
    if (!read.ok) return read;
    if (read.value.length === 0) return ok([]);
    const recipientId = known ?? (await recipients.enrol(owner.id, ids.recipient()));
    const kept = read.value.map(async (file) => {
      const id = ids.attachment();
      await keepUpload(baseOf({ type: 'recipient', recipientId }, id), file);
      return id;
    });
    return ok(await Promise.all(kept));
  };
}

/** The files with their types, as far as they may be sent. */
function readFiles(files: readonly UploadedFile[]): Result<readonly FileRead[], FilesRefused> {
  if (files.length > MOST_FILES) return refuse({ kind: 'files-too-many' });
  const size = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (size > MOST_FILE_BYTES) return refuse({ kind: 'files-too-large' });
  const typed = files.map((file) => ({ file, name: file.filename ?? UNNAMED, type: mediaTypeOf(file) }));
  const names = typed.flatMap(({ name, type }) => (type.ok ? [] : [name]));
  if (names.length > 0) return refuse({ kind: 'files-of-other-type', names });
  return ok(
    typed.flatMap(({ file: { bytes }, name, type }) =>
      type.ok ? [{ bytes, mediaType: type.value, filename: name }] : [],
    ),
  );
}
