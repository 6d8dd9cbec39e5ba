import * as z from 'zod/mini';
import { electronicPart, paperMailPart } from '#shared/domain/message/content';
import { messageKind } from '#shared/domain/message/decision';
import { hubFields } from '#shared/domain/message/hub-fields';
import {
  attachmentId,
  attemptToken,
  externalId,
  messageId,
  serviceId,
  systemId,
  tenantId,
} from '#shared/domain/message/ids';
import { erasedContent } from '#shared/domain/message/keeping';
import { instant } from '#shared/kernel/time';

/** A file of a message, by its immutable place and hash; the bytes lie in the document store. */
export const documentReference = z.object({
  attachmentId,
  /** As the sender named it; shown to the recipient, never to anyone else. */
  filename: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  documentKey: z.string(),
  /** Of a PDF that was looked through and can be printed as it lies; absent for any other. */
  pages: z.optional(z.int()),
});
export type DocumentReference = z.infer<typeof documentReference>;

/** What an authority submitted: everything personal, kept sealed. */
export const messageContent = z.object({
  recipient: z.optional(z.object({ id: z.string() })),
  electronic: z.optional(electronicPart),
  paperMail: z.optional(paperMailPart),
  documents: z.array(documentReference),
  hub: z.optional(hubFields),
});
export type MessageContent = z.infer<typeof messageContent>;

/** Ciphertext. */
export const sealedBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A message as accepted. What stands here in the clear is not personal; the content is sealed. */
export const message = z.object({
  messageId,
  tenantId,
  systemId,
  serviceId,
  externalId,
  /** Keyed hash of system and externalId: tells whose slot the id is. */
  externalIdDigest: z.string(),
  /** Keyed hash of the submitted body: tells a true repeat from another body. */
  bodyDigest: z.string(),
  /** Hash of what it says, and through `bodyDigest` alone of whom it is for: no code can be tried against it. */
  contentSha256: z.string(),
  kind: messageKind,
  matterId: z.optional(z.string()),
  acceptedAt: instant,
  /** Not routed before this moment. */
  notBefore: z.optional(instant),
  /** Absent once its time is over (`erased`): the slot stays taken. */
  sealedContent: z.optional(sealedBytes),
  erased: z.optional(erasedContent),
  /** Mark of the newest legal hold that came upon an ending under way: what was decided before it is not done. */
  barred: z.optional(attemptToken),
  attempt: attemptToken,
  /** When the sweep looks at it next; absent once it is routed. */
  wakeAt: z.optional(instant),
});
export type Message = z.infer<typeof message>;

/** The document behind an attachment id; a message holds one for each it names. */
export function documentOf(
  { documents }: Pick<MessageContent, 'documents'>,
  id: string,
): DocumentReference | undefined {
  return documents.find((document) => document.attachmentId === id);
}

/** What the sealed content of a message is bound to. */
export function contentContext({ bodyDigest }: Pick<Message, 'bodyDigest'>): string {
  return `message/${bodyDigest}`;
}
