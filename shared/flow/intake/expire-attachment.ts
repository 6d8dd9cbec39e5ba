import type { AttachmentId } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { DocumentStore } from '#shared/ports/document-store';

interface ExpirePorts {
  readonly attachments: AttachmentLog;
  readonly documents: DocumentStore;
}

/** Removes an upload that no message has used in its 24 hours. One that is used meanwhile is left alone. */
export function makeExpireAttachment({ attachments, documents }: ExpirePorts) {
  return async function expireAttachment(id: AttachmentId): Promise<void> {
    const attachment = await attachments.read(id);
    if (!attachment?.wakeAt) return;
    const removed = await attachments.removeUnused(id);
    if (removed && attachment.document) await documents.remove(attachment.document.documentKey);
  };
}
