import { type EntryState, type MailboxEntry, entryState } from '#shared/domain/mailbox/entry';
import type { Delivery } from '#shared/domain/message/delivery';
import { openBy } from '#shared/domain/service-of-document/open-by';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import { type MessageId, type RecipientId, deliveryId } from '#shared/domain/message/ids';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { titleContext } from '#shared/flow/enter-mailbox';
import { findAddressed } from '#shared/flow/read-content';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates, MailboxEntries } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface ListPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly entries: MailboxEntries;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
}

/** A line of the mailbox as its owner sees it. */
export interface MailboxLine {
  readonly messageId: MessageId;
  readonly authority?: Authority;
  readonly service?: AuthorityService;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly kind: MailboxEntry['kind'];
  readonly state: EntryState;
  /** Last day on which opening it avoids a letter. */
  readonly openBy?: CalendarDate;
}

export interface MailboxPage {
  readonly lines: readonly MailboxLine[];
  /** Present when there is more. */
  readonly next?: string;
}

type Line = Pick<MailboxEntry, 'deliveryId' | 'messageId' | 'tenantId' | 'serviceId' | 'kind' | 'receivedAt'> & {
  readonly plainTitle: string;
};

/**
 * A recipient's messages from all authorities, newest first: what stands on the list, and before it what has passed the
 * gate and is not on the list yet.
 *
 * @see REQ-073
 */
export function makeListMailbox({ messages, deliveries, gates, entries, tenants, sealer }: ListPorts) {
  return async function listMailbox(
    recipient: RecipientId,
    page: { after?: string; limit: number },
  ): Promise<MailboxPage> {
    const arriving = page.after === undefined ? await arrivalsOf(recipient) : [];
    const listed = await entries.list(recipient, { after: page.after, limit: page.limit + 1 });
    const shown = listed.slice(0, page.limit);
    const lines = withoutRepeats([...arriving, ...(await Promise.all(shown.map(lineOf)))]);
    return {
      lines: await Promise.all(lines.map(dressed)),
      next: listed.length > page.limit ? shown.at(-1)?.entry : undefined,
    };
  };

  async function lineOf(entry: MailboxEntry): Promise<Line> {
    return { ...entry, plainTitle: await sealer.openText(titleContext(entry.deliveryId), entry.title) };
  }

  async function arrivalsOf(recipient: RecipientId): Promise<Line[]> {
    const arrivals = (await gates.read(recipient))?.arrivals ?? {};
    const lines = await Promise.all(Object.entries(arrivals).map(async ([id, { at }]) => arriving(id, at)));
    return lines.flat();
  }

  async function arriving(id: string, receivedAt: Instant): Promise<Line[]> {
    const delivery = await deliveries.read(deliveryId.parse(id));
    const message = delivery && (await messages.read(delivery.messageId));
    if (!delivery || !message) return [];
    const addressed = await findAddressed({ sealer }, message, delivery);
    return addressed ? [{ ...delivery, receivedAt, plainTitle: addressed.content.electronic?.title ?? '' }] : [];
  }

  async function dressed({
    deliveryId: id,
    messageId,
    tenantId,
    serviceId,
    kind,
    receivedAt,
    plainTitle,
  }: Line): Promise<MailboxLine> {
    const [authority, service, delivery] = await Promise.all([
      tenants.authority(tenantId),
      tenants.service(serviceId),
      deliveries.read(id),
    ]);
    return {
      messageId,
      authority,
      service,
      title: plainTitle,
      receivedAt,
      kind,
      state: entryState(kind, delivery?.facts ?? []),
      openBy: delivery && openBy(delivery),
    };
  }
}

/** A delivery that was decided twice stands on the list under its newest entry only. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const seen = new Set<Delivery['deliveryId']>();
  return lines.filter(({ deliveryId }) => !seen.has(deliveryId) && seen.add(deliveryId));
}
