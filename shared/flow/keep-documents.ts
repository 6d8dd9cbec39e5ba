import type { AttachmentId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import type { AttachmentLog, SentTo } from '#shared/ports/attachment-log';
import type { Ids } from '#shared/ports/ids';

/** Files kept for a message that is about to be accepted. */
export interface Kept {
  /** Lets go of those that no message used before, when this one is not accepted after all. */
  letGo(): Promise<void>;
}

/** Keeps the files a message names before it is accepted, so that none of an accepted message can expire. */
export function makeKeepDocuments({ attachments, ids }: { readonly attachments: AttachmentLog; readonly ids: Ids }) {
  return async function keepDocuments(documents: readonly DocumentReference[], sentTo?: SentTo): Promise<Kept> {
    const by = ids.attempt();
    const keep = async (id: AttachmentId) => ((await attachments.markUsed(id, { by, sentTo })) ? [id] : []);
    const first = (await Promise.all(documents.map(({ attachmentId }) => keep(attachmentId)))).flat();
    return {
      letGo: async () => {
        await Promise.all(first.map((id) => attachments.letGo(id, by)));
      },
    };
  };
}
