import {
  type Attachment,
  type AttachmentOwner,
  UNUSED_LIFETIME,
  ownerName,
} from '#shared/domain/attachments/attachment';
import type { AttachmentId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { type Clock, after } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { DocumentStore, StoredDocument } from '#shared/ports/document-store';
import type { Sealer } from '#shared/ports/sealer';

export interface KeepUploadPorts {
  readonly attachments: AttachmentLog;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly sealer: Pick<Sealer, 'sha256'>;
  readonly clock: Clock;
}

/** Name of a file that came without one. */
export const UNNAMED = 'liite';

/** A file whose type is known to be one that may be sent. */
export interface FileRead extends StoredDocument {
  readonly filename: string;
}

/** What an upload is remembered by before it is known what it holds. */
export type UploadBase = Omit<Attachment, 'document' | 'fault'>;

/** With what a look at the file has told. */
type LookedAt = UploadBase & Pick<DocumentReference, 'pages'>;

/** Keeps an upload under a key that never changes, hashed; unless a message uses it, it is gone after a day. */
export function makeKeepUpload({ attachments, documents, sealer, clock }: KeepUploadPorts) {
  function baseOf(owner: AttachmentOwner, attachmentId: AttachmentId): UploadBase {
    const uploadedAt = clock();
    const expiresAt = after(uploadedAt, UNUSED_LIFETIME);
    return { attachmentId, owner, uploadedAt, expiresAt, sentTo: {}, wakeAt: expiresAt };
  }

  async function keepUpload({ pages, ...base }: LookedAt, { bytes, mediaType, filename }: FileRead): Promise<void> {
    const { owner, attachmentId } = base;
    const documentKey = `documents/${ownerName(owner)}/${attachmentId}`;
    await documents.put(documentKey, { bytes, mediaType });
    const document: DocumentReference = {
      attachmentId,
      filename,
      mediaType,
      sizeBytes: bytes.byteLength,
      sha256: sealer.sha256(bytes),
      documentKey,
      pages,
    };
    await attachments.put({ ...base, document });
  }

  return { baseOf, keepUpload };
}
