import type { MessageId } from '#shared/domain/message/ids';
import { type Message, type MessageContent, contentContext, messageContent } from '#shared/domain/message/message';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

/** Opens what an authority submitted. Throws when its time is over: nothing on the road is ever that old. */
export async function readContent(sealer: Sealer, message: Message): Promise<MessageContent> {
  const content = await findContent(sealer, message);
  if (!content) throw new Error('a message whose content has ended');
  return content;
}

/** The same for whoever may come late; `undefined` when its time is over. */
export async function findContent(sealer: Sealer, message: Message): Promise<MessageContent | undefined> {
  const { sealedContent } = message;
  if (!sealedContent) return undefined;
  return messageContent.parse(JSON.parse(await sealer.openContent(contentContext(message), sealedContent)));
}

/** The message a delivery belongs to, opened. Throws when there is none: a delivery is made from its message. */
export async function readOpened(
  { messages, sealer }: { readonly messages: MessageLog; readonly sealer: Sealer },
  id: MessageId,
): Promise<{ readonly message: Message; readonly content: MessageContent }> {
  const message = await messages.read(id);
  if (!message) throw new Error('a delivery without its message');
  return { message, content: await readContent(sealer, message) };
}
