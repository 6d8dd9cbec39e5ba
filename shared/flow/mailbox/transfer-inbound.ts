import { transferTold } from '#shared/domain/consent/transfer-told';
import { idOfSlot, slotName } from '#shared/domain/intake/message-slot';
import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import type { Delivery } from '#shared/domain/message/delivery';
import { type FactOf, lastOf } from '#shared/domain/message/facts';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { type MessageId, type ServiceId, type TenantId, deliveryIdOf } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import type { AuthorityService } from '#shared/domain/tenancy/tenant';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { makeChangeDelivery } from '#shared/flow/delivery/change-delivery';
import { openInbound, sealInbound } from '#shared/flow/mailbox/inbound-content';
import { makeKeepDocuments } from '#shared/flow/intake/keep-documents';
import { findingContext } from '#shared/flow/evidence/record-finding';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { Gates } from '#shared/ports/mailboxes';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface TransferPorts extends AppendPorts {
  readonly inbound: InboundLog;
  readonly attachments: AttachmentLog;
  readonly gates: Gates;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
}

/** Which message its authority passes on. */
export interface Misaddressed {
  readonly tenantId: TenantId;
  readonly messageId: MessageId;
}

export type TransferRefusal =
  | { readonly kind: 'not-there' }
  | { readonly kind: 'body-refused'; readonly problems: readonly FieldProblem[] }
  /** It has been passed on already, and not there. */
  | { readonly kind: 'transferred-elsewhere' };

export interface TransferOrder {
  readonly toServiceId: ServiceId;
  readonly reason: string;
}

type Transferred = FactOf<'TRANSFERRED'>;

/** Tries against choices of the same person moving the gate at the same time. */
const TRIES = 5;

/**
 * Passes a message that came to the wrong authority on to the right one: once, with the time of its arrival kept, and its
 * sender told. The copy is put first and settles where it goes; each step after it can be repeated, and the fact on the
 * message that was passed on comes last. Another authority's message is like none at all.
 *
 * @see 13/2003 § 15; REQ-063; domain.md 3.10 (inbound)
 */
export function makeTransferInbound(ports: TransferPorts) {
  const { inbound, deliveries, tenants, sealer, clock } = ports;
  const appendFact = makeAppendFact(ports);
  const copyTo = makeCopyTo(ports);
  const announce = makeAnnounceCopy(ports);
  const oweNotice = makeOweNotice(ports);

  return async function transferInbound(
    misaddressed: Misaddressed,
    order: TransferOrder,
  ): Promise<Result<Transferred, TransferRefusal>> {
    const opened = await openedOf(misaddressed);
    const delivery = opened && (await deliveries.read(deliveryIdOf(misaddressed.messageId, 1)));
    if (!delivery) return refuse({ kind: 'not-there' });
    const { original } = opened;
    const service = order.toServiceId === original.serviceId ? undefined : await tenants.service(order.toServiceId);
    if (!service) return WRONG_SERVICE;
    const copy = await copyTo(opened, service);
    if (!copy) return refuse({ kind: 'not-there' });
    if (copy.serviceId !== order.toServiceId) return refuse({ kind: 'transferred-elsewhere' });
    return ok(lastOf(delivery.facts, 'TRANSFERRED') ?? (await carryOut(original, { delivery, copy }, order)));
  };

  async function openedOf({ tenantId, messageId }: Misaddressed): Promise<Opened | undefined> {
    const original = await inbound.read(messageId);
    const content = original?.tenantId === tenantId ? await openInbound(sealer, original) : undefined;
    return original && content && { original, content };
  }

  async function carryOut(
    original: InboundMessage,
    { delivery, copy }: { readonly delivery: Delivery; readonly copy: InboundMessage },
    { toServiceId, reason }: TransferOrder,
  ): Promise<Transferred> {
    await announce(copy);
    await oweNotice(original);
    const key = tenantMonth(original.tenantId, clock());
    const grounds = await sealer.sealText({ key, context: findingContext(delivery), text: reason });
    const copyId = copy.messageId;
    const fact = { type: 'TRANSFERRED', by: { role: 'AUTHORITY' }, toServiceId, copyId, grounds } as const;
    const written = await appendFact(delivery, ({ facts }) => ok(lastOf(facts, 'TRANSFERRED') ? undefined : fact));
    const done = written.ok ? lastOf(written.value.facts, 'TRANSFERRED') : undefined;
    if (!done) throw new Error('a transfer that was recorded is not on record');
    return done;
  }
}

/** A message whose time is not over. */
interface Opened {
  readonly original: InboundMessage;
  readonly content: InboundContent;
}

const WRONG_SERVICE = refuse({
  kind: 'body-refused',
  problems: [{ field: 'toServiceId', rule: 'names no other service' }],
});

/**
 * The copy for the other authority, under an id of its own: the first one put settles where the message goes. Its files are
 * kept before it is asked whether the message is still whole: an ending that comes later leaves them to the copy, and one that
 * came before is seen, so that no copy stands without its files.
 */
function makeCopyTo({ inbound, sealer, ids, clock, ...ports }: TransferPorts) {
  const keepDocuments = makeKeepDocuments(ports);

  return async function copyTo(
    { original, content }: Opened,
    { tenantId, serviceId }: AuthorityService,
  ): Promise<InboundMessage | undefined> {
    const messageId = await copyIdOf(original.messageId);
    const standing = await inbound.read(messageId);
    const { documents } = content;
    const { recipientId, receivedAt, answers, deadline, sentDuring } = original;
    const sealedContent = await sealInbound(sealer, { messageId, tenantId, receivedAt }, content);
    const transferredAt = clock();
    const kept = { recipientId, receivedAt, answers, deadline, sentDuring, attempt: ids.attempt() };
    const claim = { ...kept, messageId, tenantId, serviceId, transferredAt, sealedContent };
    const copy = standing ?? (await claimWith(documents, claim, original));
    if (copy?.serviceId === serviceId && copy.attempt)
      await keepDocuments(documents, { by: copy.attempt, sentTo: { tenantId, at: transferredAt } });
    return copy;
  };

  /** Nobody may fetch the files yet: it is not settled whose copy stands. */
  async function claimWith(
    documents: readonly DocumentReference[],
    claim: InboundMessage & Required<Pick<InboundMessage, 'attempt'>>,
    { messageId }: InboundMessage,
  ): Promise<InboundMessage | undefined> {
    const files = await keepDocuments(documents, { by: claim.attempt });
    const now = await inbound.read(messageId);
    const copy = now?.sealedContent === undefined ? undefined : await inbound.claim(claim);
    if (copy?.attempt !== claim.attempt) await files.letGo();
    return copy;
  }

  async function copyIdOf(original: MessageId): Promise<MessageId> {
    const id = idOfSlot(await sealer.digest('slot', slotName('#transfer', String(original), 0)));
    if (id === undefined) throw new Error('the id of a copy is none');
    return id;
  }
}

/** The fact the other authority's events tell of; it stands once. */
function makeAnnounceCopy({ deliveries, ids, clock, nudger, sealer }: TransferPorts) {
  const changeDelivery = makeChangeDelivery({ sealer });

  return async function announce({
    messageId,
    tenantId,
    serviceId,
    recipientId,
    receivedAt,
  }: InboundMessage): Promise<void> {
    const deliveryId = deliveryIdOf(messageId, 1);
    const place = { deliveryId, messageId, tenantId, serviceId, recipientId };
    const silent: Delivery = { ...place, kind: 'ORDINARY', facts: [], published: 0 };
    const facts = [{ type: 'RECEIVED', by: { role: 'AUTHORITY' }, arrivedAt: receivedAt } as const];
    await deliveries.create(changeDelivery(silent, { facts, attempt: ids.attempt(), at: clock() }));
    await nudger.nudge('publish-events', deliveryId);
  };
}

/** Its sender is told by e-mail, without content; in the mailbox the receipt says where it went. */
function makeOweNotice({ gates, ids, clock, nudger }: TransferPorts) {
  return async function oweNotice({ recipientId, messageId }: InboundMessage): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await gates.read(recipientId);
      const after = transferTold(before, messageId, { at: clock(), attempt: ids.attempt() });
      if (!after) return;
      if (!(await gates.change(before, after)).ok) continue;
      await nudger.nudge('tell-consent', recipientId);
      return;
    }
    throw new Error('a gate changes too often to be written to');
  };
}
