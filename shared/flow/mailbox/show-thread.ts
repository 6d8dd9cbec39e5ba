import { type EntryState, entryState } from '#shared/domain/mailbox/entry';
import type { Turn } from '#shared/domain/mailbox/sent';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId } from '#shared/domain/message/ids';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { type FindDeliveryPorts, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { makeEnterLook } from '#shared/flow/own-data/enter-look';
import { makeSenders } from '#shared/flow/mailbox/list-mailbox';
import { findAddressed } from '#shared/flow/delivery/read-content';
import { type SentPorts, makeFindSent } from '#shared/flow/mailbox/show-sent';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Instant, elapsed } from '#shared/kernel/time';
import type { Correspondence } from '#shared/ports/correspondence';
import type { MessageLog } from '#shared/ports/message-log';
import type { Tenants } from '#shared/ports/tenants';

export interface ThreadPorts extends FindDeliveryPorts, SentPorts {
  readonly messages: MessageLog;
  readonly correspondence: Correspondence;
  readonly tenants: Tenants;
}

/** One message of a conversation; nothing of it is opened. `authority` and `service` are the other side. */
export interface ThreadLine {
  readonly messageId: MessageId;
  readonly direction: Turn['direction'];
  readonly at: Instant;
  readonly title: string;
  readonly authority?: Authority;
  readonly service?: AuthorityService;
  /** Of one received. */
  readonly state?: EntryState;
}

export interface ThreadUnknown {
  readonly kind: 'message-unknown';
}

/** Most turns of a conversation that are shown. */
export const MOST_TURNS = 200;

/**
 * A conversation between a person and an authority, by the message that began it: what was received and what was sent, oldest
 * first. Somebody else's is like none at all; on behalf of another only what a power of theirs reaches is in it.
 *
 * @see REQ-062, REQ-064; domain.md 3.10 (threads)
 */
export function makeShowThread(ports: ThreadPorts) {
  const { correspondence, messages, tenants } = ports;
  const findDelivery = makeFindDelivery(ports);
  const enterLook = makeEnterLook(ports);
  const findSent = makeFindSent(ports);
  const othersOf = makeSenders({ tenants });

  return async function showThread(
    acting: Acting,
    root: MessageId,
  ): Promise<Result<readonly ThreadLine[], ThreadUnknown>> {
    const { recipientId } = acting;
    if (recipientId === undefined) return refuse({ kind: 'message-unknown' });
    await enterLook(acting, 'MAILBOX_LISTED');
    const turns = await correspondence.turns(recipientId, root, MOST_TURNS);
    const ids = [...new Set([root, ...turns.map(({ messageId }) => messageId)])];
    const lines = (await Promise.all(ids.map(async (id) => lineOf(acting, id)))).filter((line) => line !== undefined);
    const inOrder = lines.toSorted((a, b) => elapsed(b.at, a.at));
    return inOrder.length > 0 ? ok(inOrder) : refuse({ kind: 'message-unknown' });
  };

  async function lineOf(acting: Acting, id: MessageId): Promise<ThreadLine | undefined> {
    return (await receivedLine(acting, id)) ?? sentLineOf(acting, id);
  }

  async function receivedLine(acting: Acting, messageId: MessageId): Promise<ThreadLine | undefined> {
    const found = await findDelivery(acting, messageId);
    const message = found && (await messages.read(messageId));
    const addressed = message && (await findAddressed(ports, message, found.delivery));
    if (!addressed) return undefined;
    const { delivery } = found;
    const at = lastOf(delivery.facts, 'MAILBOX_STORED')?.at ?? message.acceptedAt;
    const state = entryState(delivery.kind, delivery.facts);
    const title = addressed.content.electronic?.title ?? '';
    return { messageId, direction: 'RECEIVED', at, title, state, ...(await othersOf(delivery)) };
  }

  async function sentLineOf(acting: Acting, messageId: MessageId): Promise<ThreadLine | undefined> {
    const sent = await findSent(acting, messageId);
    if (!sent.ok) return undefined;
    const { message, content, receipt } = sent.value;
    return { messageId, direction: 'SENT', at: receipt.receivedAt, title: content.title, ...(await othersOf(message)) };
  }
}
