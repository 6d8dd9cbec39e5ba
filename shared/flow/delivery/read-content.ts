import { type OpenAddressee, addresseeContext, party } from '#shared/domain/message/addressee';
import type { Delivery } from '#shared/domain/message/delivery';
import {
  type MessageIdentity,
  type MessageWords,
  joined,
  messageIdentity,
  messageWords,
} from '#shared/domain/message/identity';
import { type Message, type MessageContent, contentContext } from '#shared/domain/message/message';
import { type Addressed, asAddressed } from '#shared/domain/resolution/as-addressed';
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
  const [words, identity] = await Promise.all([findWords(sealer, message), findIdentity(sealer, message)]);
  return words && identity && joined({ words, identity });
}

/** What a message says, and to nobody. */
export async function findWords(sealer: Sealer, message: Message): Promise<MessageWords | undefined> {
  const { sealedContent } = message;
  if (!sealedContent) return undefined;
  return messageWords.parse(JSON.parse(await sealer.openContent('words', contentContext(message), sealedContent)));
}

/** Whom a message is for, and nothing of what it says. */
export async function findIdentity(sealer: Sealer, message: Message): Promise<MessageIdentity | undefined> {
  const { sealedContent } = message;
  if (!sealedContent) return undefined;
  const text = await sealer.openContent('identity', contentContext(message), sealedContent);
  return messageIdentity.parse(JSON.parse(text));
}

/** A message as the addressee of one of its deliveries gets it. */
export async function readAddressed(
  { sealer }: { readonly sealer: Sealer },
  message: Message,
  delivery: Pick<Delivery, 'deliveryId' | 'addressee'>,
): Promise<Addressed> {
  const addressed = await findAddressed({ sealer }, message, delivery);
  if (!addressed) throw new Error('a message whose content has ended');
  return addressed;
}

/** The same for whoever may come late; `undefined` when the time of the content is over. */
export async function findAddressed(
  { sealer }: { readonly sealer: Sealer },
  message: Message,
  delivery: Pick<Delivery, 'deliveryId' | 'addressee'>,
): Promise<Addressed | undefined> {
  const content = await findContent(sealer, message);
  return content && asAddressed(message, content, delivery.addressee && (await openAddressee(sealer, delivery)));
}

/** The message a delivery belongs to, as its addressee gets it. Throws when there is none: a delivery is made from its message. */
export async function readOpened(
  { messages, sealer }: { readonly messages: MessageLog; readonly sealer: Sealer },
  delivery: Pick<Delivery, 'deliveryId' | 'messageId' | 'addressee'>,
): Promise<Addressed> {
  const message = await messages.read(delivery.messageId);
  if (!message) throw new Error('a delivery without its message');
  return readAddressed({ sealer }, message, delivery);
}

/** Whom a delivery is for, with code and name in the open; nothing where it is the recipient the sender named. */
export async function openAddressee(
  sealer: Sealer,
  { deliveryId, addressee }: Pick<Delivery, 'deliveryId' | 'addressee'>,
): Promise<OpenAddressee | undefined> {
  if (!addressee) return undefined;
  const { sealed, ...shown } = addressee;
  if (sealed === undefined) return shown;
  const text = await sealer.openText(addresseeContext(deliveryId), sealed);
  return { ...shown, party: party.parse(JSON.parse(text)) };
}
