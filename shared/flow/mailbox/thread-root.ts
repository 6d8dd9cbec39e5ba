import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { ElectronicPart } from '#shared/domain/message/content';
import type { MessageId } from '#shared/domain/message/ids';
import type { InboundLog } from '#shared/ports/inbound-log';

export interface ThreadRootPorts {
  readonly inbound: InboundLog;
}

/** The conversation that an authority's message answers in; `undefined` when it answers nothing. */
export async function threadAnswered(
  inbound: InboundLog,
  electronic: Pick<ElectronicPart, 'inReplyToMessageId'> | undefined,
): Promise<InboundMessage['thread']> {
  const answered = electronic?.inReplyToMessageId;
  if (answered === undefined) return undefined;
  return (await inbound.read(answered))?.thread ?? { rootMessageId: answered };
}

/** The message that began it. */
export async function rootOf(
  inbound: InboundLog,
  electronic: Pick<ElectronicPart, 'inReplyToMessageId'> | undefined,
): Promise<MessageId | undefined> {
  return (await threadAnswered(inbound, electronic))?.rootMessageId;
}
