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
   * Keeps the file as long as this use lasts; `sentTo` lets that authority download it. Repeating it is harmless. Throws
   * when the upload is gone.
   *
   * @returns whether nothing used it before
   */
  markUsed(id: AttachmentId, use: { by: AttemptToken; sentTo?: SentTo }): Promise<boolean>;

  /** Takes a use back that came to nothing: the file is unused again where no other is left. */
  letGo(id: AttachmentId, by: AttemptToken): Promise<void>;

  /**
   * Ends one of the uses of a file, whose time is over; repeating it is harmless. Only for uses older than any upload that a
   * send may still name.
   *
   * @returns whether no other use is left: the file may go
   */
  endUse(id: AttachmentId, by: AttemptToken): Promise<boolean>;

  /** Forgets a file that nothing uses any more; repeating it is harmless. */
  forget(id: AttachmentId): Promise<void>;

  /** Forgets an upload on condition that no message uses it; answers whether it did. */
  removeUnused(id: AttachmentId): Promise<boolean>;
}
