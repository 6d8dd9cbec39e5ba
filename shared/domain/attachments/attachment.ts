import * as z from 'zod/mini';
import { attachmentId, attemptToken, recipientId, tenantId } from '#shared/domain/message/ids';
import { printFlaw } from '#shared/domain/message/print-flaw';
import { documentReference } from '#shared/domain/message/message';
import { HOUR, instant } from '#shared/kernel/time';

/** Largest upload, in bytes of HTTP content. */
export const MAX_UPLOAD_BYTES = 10_485_760;

/** An upload that no message uses is gone after this long. */
export const UNUSED_LIFETIME = 24 * HOUR;

/** Who uploaded it: a file is usable by its owner only. */
export const attachmentOwner = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tenant'), tenantId }),
  z.object({ type: z.literal('recipient'), recipientId }),
]);
export type AttachmentOwner = z.infer<typeof attachmentOwner>;

/** Why an upload can't be used, with the HTTP status the national API has for it. */
export const uploadFault = z.object({
  status: z.union([z.literal(400), z.literal(413), z.literal(415)]),
  rule: z.string(),
});
export type UploadFault = z.infer<typeof uploadFault>;

/** An uploaded file that has been read, sniffed and hashed, or the reason why it can't be used. */
export const attachment = z.object({
  attachmentId,
  owner: attachmentOwner,
  uploadedAt: instant,
  expiresAt: instant,
  document: z.optional(documentReference),
  fault: z.optional(uploadFault),
  /** What keeps it from being printed; absent where nobody has looked: no PDF, or not an authority's. */
  flaws: z.optional(z.array(printFlaw)),
  /** What stands in the window of its first page, sealed; absent where that can not be told. */
  window: z.optional(z.string()),
  /** Authorities that may download it: those a recipient sent it to, each with when it last did. */
  sentTo: z.record(tenantId, instant),
  /** The use in force; a later one takes its place. */
  usedBy: z.optional(attemptToken),
  /** When the sweep removes it; absent once a message uses it. */
  wakeAt: z.optional(instant),
});
export type Attachment = z.infer<typeof attachment>;

export function ownerName(owner: AttachmentOwner): string {
  return owner.type === 'tenant' ? owner.tenantId : owner.recipientId;
}

export function sameOwner(a: AttachmentOwner, b: AttachmentOwner): boolean {
  return a.type === b.type && ownerName(a) === ownerName(b);
}
