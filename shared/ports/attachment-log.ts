import type { Attachment } from '#shared/domain/attachments/attachment';
import type { AttachmentId, AttemptToken, TenantId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** The authority a file was sent to, and when. */
export interface SentTo {
  readonly tenantId: TenantId;
  readonly at: Instant;
}

/** What is known of uploaded files. */
export interface AttachmentLog {
  /** Stores an upload that has been read, unless it is known already: a used one never becomes unused again. */
  put(attachment: Attachment): Promise<void>;

  read(id: AttachmentId): Promise<Attachment | undefined>;

  /**
   * Keeps the file for good; `sentTo` lets that authority download it. Repeating it is harmless. Throws when the upload
   * is gone.
   *
   * @returns whether nothing used it before
   */
  markUsed(id: AttachmentId, use: { by: AttemptToken; sentTo?: SentTo }): Promise<boolean>;

  /** Takes a use back, unless another has come after it: the file is unused again. */
  letGo(id: AttachmentId, by: AttemptToken): Promise<void>;

  /** Forgets an upload on condition that no message uses it; answers whether it did. */
  removeUnused(id: AttachmentId): Promise<boolean>;
}
