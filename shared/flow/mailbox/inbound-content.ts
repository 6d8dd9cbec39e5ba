import {
  type InboundContent,
  type InboundMessage,
  inboundIdentity,
  inboundWords,
} from '#shared/domain/mailbox/inbound';
import type { MessageId } from '#shared/domain/message/ids';
import type { Sealer } from '#shared/ports/sealer';

type Kept = Pick<InboundMessage, 'messageId' | 'sealedContent'>;

/** What somebody wrote, sealed: the words with one key of the authority, who wrote them with another. */
export async function sealInbound(
  sealer: Sealer,
  { messageId, tenantId, receivedAt }: Pick<InboundMessage, 'messageId' | 'tenantId' | 'receivedAt'>,
  { mailboxOwner, onBehalf, ...words }: InboundContent,
): Promise<Uint8Array> {
  return sealer.sealContent({
    tenantId,
    at: receivedAt,
    context: contextOf(messageId),
    words: JSON.stringify(words),
    identity: JSON.stringify({ mailboxOwner, onBehalf }),
  });
}

/** What somebody wrote and who it was; `undefined` when its time is over. */
export async function openInbound(sealer: Sealer, message: Kept): Promise<InboundContent | undefined> {
  const [words, writer] = await Promise.all([openWords(sealer, message), openWriter(sealer, message)]);
  return words && writer && { ...words, ...writer };
}

/** What was written, and by nobody. */
export async function openWords(sealer: Sealer, { messageId, sealedContent }: Kept) {
  if (!sealedContent) return undefined;
  return inboundWords.parse(JSON.parse(await sealer.openContent('words', contextOf(messageId), sealedContent)));
}

/** Who wrote, and nothing of it. */
export async function openWriter(sealer: Sealer, { messageId, sealedContent }: Kept) {
  if (!sealedContent) return undefined;
  return inboundIdentity.parse(JSON.parse(await sealer.openContent('identity', contextOf(messageId), sealedContent)));
}

function contextOf(id: MessageId): string {
  return `inbound/${id}`;
}
