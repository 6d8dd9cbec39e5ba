import type { Attachment } from '#shared/domain/attachments/attachment';
import type { AttachmentId, TenantId } from '#shared/domain/message/ids';

/** What is known of uploaded files. */
export interface AttachmentLog {
  put(attachment: Attachment): Promise<void>;
  read(id: AttachmentId): Promise<Attachment | undefined>;
  /** Keeps the file for good; `sentTo` lets that authority download it. Repeating it is harmless. */
  markUsed(id: AttachmentId, sentTo?: TenantId): Promise<void>;
  /** Forgets an upload on condition that no message uses it; answers whether it did. */
  removeUnused(id: AttachmentId): Promise<boolean>;
}
