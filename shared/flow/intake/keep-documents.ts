import type { AttemptToken } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import type { AttachmentLog, SentTo } from '#shared/ports/attachment-log';

/** Files kept for a message that is about to be accepted. */
export interface Kept {
  /** Takes the uses back, when the message is not accepted after all. */
  letGo(): Promise<void>;
}

/**
 * Keeps the files a message names before it is accepted, so that none of an accepted message can expire. The token stands in
 * the message too: by it the use ends when the content of the message does.
 */
export function makeKeepDocuments({ attachments }: { readonly attachments: AttachmentLog }) {
  return async function keepDocuments(
    documents: readonly DocumentReference[],
    use: { readonly by: AttemptToken; readonly sentTo?: SentTo },
  ): Promise<Kept> {
    const ids = documents.map(({ attachmentId }) => attachmentId);
    await Promise.all(ids.map(async (id) => attachments.markUsed(id, use)));
    return {
      letGo: async () => {
        await Promise.all(ids.map(async (id) => attachments.letGo(id, use.by)));
      },
    };
  };
}
