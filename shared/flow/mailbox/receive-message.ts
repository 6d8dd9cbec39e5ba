import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { MessageId, ServiceId } from '#shared/domain/message/ids';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { type FindDeliveryPorts, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { findAddressed } from '#shared/flow/delivery/read-content';
import { threadAnswered } from '#shared/flow/mailbox/thread-root';
import {
  type BodyRefused,
  type InboundPorts,
  type Writing,
  makeStoreInbound,
} from '#shared/flow/mailbox/store-inbound';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { refuse, type Result } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';
import type { Tenants } from '#shared/ports/tenants';

export interface ReceivePorts extends InboundPorts, FindDeliveryPorts {
  readonly messages: MessageLog;
  readonly tenants: Tenants;
}

export type ReceiveRefusal =
  { readonly kind: 'message-unknown' } | { readonly kind: 'reply-not-allowed' } | BodyRefused;

/** A reply may leave its title to the message it answers. */
export type ReplyWriting = Omit<Writing, 'title'> & { readonly title?: string };

/**
 * Takes a message from an end user to an authority: a reply, or a new one. It has reached the authority when this answers
 * (13/2003 § 10); the authority's system learns of it from its events.
 *
 * @see REQ-062, REQ-063
 */
export function makeReceiveMessage(ports: ReceivePorts) {
  const { messages, inbound, tenants, sealer } = ports;
  const findDelivery = makeFindDelivery(ports);
  const storeInbound = makeStoreInbound(ports);

  /** Answers a message, where its sender allows it. */
  async function reply(
    acting: Acting,
    to: MessageId,
    writing: ReplyWriting,
  ): Promise<Result<MessageId, ReceiveRefusal>> {
    const found = await findDelivery(acting, to);
    const message = found && (await messages.read(to));
    if (!message) return refuse({ kind: 'message-unknown' });
    const content = (await findAddressed({ sealer }, message, found.delivery))?.content;
    if (!content) return refuse({ kind: 'message-unknown' });
    if (content.electronic?.replyAllowedBy !== 'Anyone') return refuse({ kind: 'reply-not-allowed' });
    const { tenantId, serviceId } = message;
    const deadline = content.hub?.answerBy;
    const address = { tenantId, serviceId, answers: to, deadline, thread: await threadOf(message, content) };
    const title = writing.title ?? content.electronic.title;
    return storeInbound({ ...acting, actor: found.actor }, address, { ...writing, title });
  }

  /** Writes to a service of its own accord. */
  async function write(acting: Acting, to: ServiceId, writing: Writing): Promise<Result<MessageId, ReceiveRefusal>> {
    const service = await tenants.service(to);
    if (!service) return refuse({ kind: 'body-refused', problems: [{ field: 'serviceId', rule: 'names no service' }] });
    return storeInbound(acting, service, writing);
  }

  /** The conversation a reply belongs to: the one its message answered in, or one that its message began. */
  async function threadOf(
    { messageId, externalId }: Message,
    { electronic }: MessageContent,
  ): Promise<InboundMessage['thread']> {
    return (await threadAnswered(inbound, electronic)) ?? { rootMessageId: messageId, threadExternalId: externalId };
  }

  return { reply, write };
}
