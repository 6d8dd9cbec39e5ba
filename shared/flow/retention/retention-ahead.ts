import type { Delivery } from '#shared/domain/message/delivery';
import type { AttachmentId, DeliveryId, MessageId, TenantId } from '#shared/domain/message/ids';
import { coversOf } from '#shared/domain/retention/legal-hold';
import type { RecordKind } from '#shared/domain/retention/rules';
import { contentVerdict, proofVerdict } from '#shared/domain/retention/verdict';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { keptOf } from '#shared/flow/retention/end-retention';
import { makeMayEnd } from '#shared/flow/own-data/end-access-log';
import { type SubjectPorts, makeEndingSubject } from '#shared/flow/retention/ending-subject';
import type { Instant } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { DataRequests } from '#shared/ports/data-requests';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { LegalHolds } from '#shared/ports/legal-holds';
import type { Settings } from '#shared/ports/settings';
import type { OwingItem, WakeEntry, WorkIndex } from '#shared/ports/work-index';

export interface AheadPorts extends SubjectPorts {
  readonly index: Pick<WorkIndex, 'page' | 'read'>;
  readonly deliveries: DeliveryLog;
  readonly attachments: AttachmentLog;
  readonly holds: LegalHolds;
  readonly dataRequests: Pick<DataRequests, 'ofRecipient'>;
  readonly settings: () => Pick<Settings, 'keeping'>;
}

/** One thing that would end. */
export interface Ahead {
  readonly kind: Extract<RecordKind, 'MESSAGE_CONTENT' | 'RECEIVED_CONTENT' | 'PROOF' | 'UNUSED_UPLOAD' | 'ACCESS_LOG'>;
  readonly tenantId?: TenantId;
  readonly messageId?: MessageId;
  readonly deliveryId?: DeliveryId;
  readonly attachmentId?: AttachmentId;
  /** When its time is over at the earliest. */
  readonly at: Instant;
}

export interface AheadPage {
  readonly lookedAt: number;
  readonly ending: readonly Ahead[];
  readonly next?: string;
}

/**
 * What retention would end up to a moment, if nothing happened until then: read from the work list, a page at a time, and
 * nothing is changed. What a legal hold lies on is left out.
 */
export function makeRetentionAhead(ports: AheadPorts) {
  const { index, deliveries, attachments, holds, settings } = ports;
  const { subjectOf } = makeEndingSubject(ports);
  const mayEnd = makeMayEnd(ports);

  /** @returns nothing for an `after` that no page before had given */
  return async function retentionAhead(
    until: Instant,
    from: { readonly after?: string; readonly limit: number },
  ): Promise<AheadPage | undefined> {
    const page = await index.page(until, from);
    if (!page) return undefined;
    const ending = await Promise.all(page.entries.map(async (entry) => endingOf(entry, until)));
    return { lookedAt: page.entries.length, ending: ending.flat(), next: page.next };
  };

  async function endingOf(entry: WakeEntry, until: Instant): Promise<Ahead[]> {
    const owing = await index.read(entry);
    return owing ? endingItem(owing.item, { entered: entry.wakeAt, until }) : [];
  }

  async function endingItem(
    item: OwingItem,
    { entered, until }: { entered: Instant; until: Instant },
  ): Promise<Ahead[]> {
    if (item.type === 'delivery') return endingDelivery(item.delivery, until);
    if (item.type === 'own-data') return endingLog(item, { entered, until });
    if (item.type !== 'attachment') return [];
    const owner = (await attachments.read(item.attachmentId))?.owner;
    const tenantId = owner?.type === 'tenant' ? owner.tenantId : undefined;
    return [{ kind: 'UNUSED_UPLOAD', tenantId, attachmentId: item.attachmentId, at: entered }];
  }

  /** A year of somebody's log, and of what they asked for; of whom nothing is told. */
  async function endingLog(
    { recipientId, of }: Extract<OwingItem, { type: 'own-data' }>,
    { entered, until }: { entered: Instant; until: Instant },
  ): Promise<Ahead[]> {
    const ends = of === 'access-log' && entered <= until && (await mayEnd.log(recipientId));
    return ends ? [{ kind: 'ACCESS_LOG', at: entered }] : [];
  }

  async function endingDelivery(delivery: Delivery, until: Instant): Promise<Ahead[]> {
    const due = duesOf(delivery).find(({ step, at }) => step === 'end-retention' && at <= until);
    const subject = due && (await subjectOf(delivery.messageId));
    if (!subject || (await holds.isCovered(coversOf(subject.held)))) return [];
    const { deliveryId, messageId, tenantId } = delivery;
    const isProof = delivery.keeping?.contentEndedAt !== undefined;
    if (!(await isOver(delivery, { isProof, until }))) return [];
    const content = subject.seen.of === 'message' ? 'MESSAGE_CONTENT' : 'RECEIVED_CONTENT';
    return [{ kind: isProof ? 'PROOF' : content, tenantId, messageId, deliveryId, at: due.at }];
  }

  /** By the operator's periods, and by every delivery of the message. */
  async function isOver(
    { messageId }: Delivery,
    { isProof, until }: { readonly isProof: boolean; readonly until: Instant },
  ): Promise<boolean> {
    const question = { periods: settings().keeping, now: until };
    const kept = (await deliveries.ofMessage(messageId)).filter(({ keeping }) => !keeping?.proof).map(keptOf);
    return isProof
      ? kept.every((each) => proofVerdict(each, question).says === 'END')
      : contentVerdict(kept, question).says === 'END';
  }
}

/** How many of each kind, authority by authority, in the order they are met. */
export function countsOf(ending: readonly Ahead[]) {
  const counts = new Map<string, Pick<Ahead, 'tenantId' | 'kind'> & { readonly count: number }>();
  for (const { tenantId, kind } of ending) {
    const name = `${tenantId ?? ''} ${kind}`;
    counts.set(name, { tenantId, kind, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
