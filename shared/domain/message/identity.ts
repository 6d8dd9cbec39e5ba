import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { paperMailPart } from '#shared/domain/message/content';
import { type MessageContent, messageContent } from '#shared/domain/message/message';

/** Whom a message is for, as its sender named them: sealed apart from what it says. */
export const messageIdentity = z.object({
  /** Code or business id. */
  id: z.optional(z.string()),
  /** That of the letter. */
  address: z.optional(postalAddress),
});
export type MessageIdentity = z.infer<typeof messageIdentity>;

/** What a message says, and to nobody. */
export const messageWords = z.object({
  ...z.omit(messageContent, { recipient: true }).shape,
  paperMail: z.optional(z.omit(paperMailPart, { recipient: true })),
});
export type MessageWords = z.infer<typeof messageWords>;

/** A content as it is sealed: with two keys. */
export interface Parted {
  readonly identity: MessageIdentity;
  readonly words: MessageWords;
}

export function parted({ recipient, paperMail, ...said }: MessageContent): Parted {
  if (!paperMail) return { identity: { id: recipient?.id }, words: said };
  const {
    recipient: { address },
    ...paper
  } = paperMail;
  return { identity: { id: recipient?.id, address }, words: { ...said, paperMail: paper } };
}

/** Throws when the two are not of one message: a letter has an address. */
export function joined({ identity: { id, address }, words: { paperMail, ...said } }: Parted): MessageContent {
  const recipient = id === undefined ? undefined : { id };
  if (!paperMail) return { recipient, ...said };
  if (!address) throw new Error('a letter whose identity names no address');
  return { recipient, ...said, paperMail: { ...paperMail, recipient: { address } } };
}
