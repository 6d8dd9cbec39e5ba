import {
  type Attachment,
  type AttachmentOwner,
  type UploadFault,
  ownerName,
} from '#shared/domain/attachments/attachment';
import { mediaTypeOf } from '#shared/domain/attachments/media-type';
import { windowContext } from '#shared/domain/attachments/window-context';
import { type AttachmentId, attachmentId, recipientId, tenantId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import {
  type FileRead,
  type KeepUploadPorts,
  UNNAMED,
  type UploadBase,
  makeKeepUpload,
} from '#shared/flow/intake/keep-upload';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DocumentStore, StoredDocument } from '#shared/ports/document-store';
import type { ExaminePdf } from '#shared/ports/examine-pdf';
import { type Sealer, identityMonth } from '#shared/ports/sealer';
import type { UploadParser } from '#shared/ports/upload-parser';

export interface PrepareUploadPorts extends KeepUploadPorts {
  readonly documents: DocumentStore;
  readonly parser: UploadParser;
  readonly examinePdf: ExaminePdf;
  readonly sealer: Pick<Sealer, 'sha256' | 'sealText'>;
}

/** The one type that is printed. */
const PRINTABLE = 'application/pdf';

/** Where the raw body of an upload lies until it is prepared. */
export function uploadKey(owner: AttachmentOwner, id: AttachmentId): string {
  return `in/${owner.type}/${ownerName(owner)}/${id}`;
}

/** The inverse of `uploadKey`. Throws for a key of another form. */
export function uploadAt(key: string): { readonly owner: AttachmentOwner; readonly id: AttachmentId } {
  const [place, type, name, id] = key.split('/');
  if (place !== 'in') throw new Error('an object that is no upload');
  const owner =
    type === 'tenant'
      ? { type: 'tenant' as const, tenantId: tenantId.parse(name) }
      : { type: 'recipient' as const, recipientId: recipientId.parse(name) };
  return { owner, id: attachmentId.parse(id) };
}

/**
 * Reads a raw upload: takes the file out of its multipart body, tells its type, hashes it and stores it under a key that
 * never changes. A PDF of an authority is looked through, since it may be printed. What can't be used is remembered with its fault, so that a send can say why. Two may read the same one:
 * what the first has put stands.
 *
 * @returns `undefined` when nothing lies there: never uploaded, or prepared already
 */
export function makePrepareUpload({ parser, ...ports }: PrepareUploadPorts) {
  const { attachments, documents, sealer } = ports;
  const { baseOf, keepUpload } = makeKeepUpload(ports);

  return async function prepareUpload(owner: AttachmentOwner, id: AttachmentId): Promise<Attachment | undefined> {
    const raw = await documents.read(uploadKey(owner, id));
    if (!raw) return attachments.read(id);
    const base = baseOf(owner, id);
    const read = await fileIn(raw);
    if (read.ok) await keepUpload({ ...base, ...(await lookedThrough(base, read.value)) }, read.value);
    else await attachments.put({ ...base, fault: read.refusal.fault });
    await documents.remove(uploadKey(owner, id));
    return attachments.read(id);
  };

  async function fileIn({ bytes, mediaType }: StoredDocument): Promise<Result<FileRead, FileRefused>> {
    const file = await parser.parse(mediaType, bytes);
    if (!file.ok) return refuse({ kind: 'file-refused', fault: file.refusal.fault });
    const type = mediaTypeOf(file.value);
    if (!type.ok) return refuse({ kind: 'file-refused', fault: { status: 415, rule: type.refusal.rule } });
    return ok({ bytes: file.value.bytes, mediaType: type.value, filename: file.value.filename ?? UNNAMED });
  }

  async function lookedThrough(
    { owner, attachmentId: id, uploadedAt }: UploadBase,
    { mediaType, bytes }: FileRead,
  ): Promise<PrintLook> {
    if (owner.type !== 'tenant' || mediaType !== PRINTABLE) return {};
    const { flaws, pages, window } = await ports.examinePdf(bytes);
    const key = identityMonth(owner.tenantId, uploadedAt);
    const sealed = window === undefined ? undefined : { key, context: windowContext(id), text: window };
    return { flaws: [...flaws], pages, window: sealed && (await sealer.sealText(sealed)) };
  }
}

type PrintLook = Pick<Attachment, 'flaws' | 'window'> & Pick<DocumentReference, 'pages'>;

interface FileRefused {
  readonly kind: 'file-refused';
  readonly fault: UploadFault;
}
