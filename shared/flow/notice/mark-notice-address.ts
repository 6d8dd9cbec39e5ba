import type { Gate } from '#shared/domain/consent/gate';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import type { RecipientId } from '#shared/domain/message/ids';
import { makeMarkAddress } from '#shared/flow/notice/mark-address';
import { type MatterPorts, makeReadMatter } from '#shared/flow/delivery/matter-choice';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';

interface MarkPorts extends MatterPorts {
  readonly gates: Gates;
  readonly messages: MessageLog;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Stands for the consent of a notice that went to an address of its matter: it is about no consent. */
const OF_NO_CONSENT = 0;

/** The consent whose address a notice of this delivery goes to. */
export function consentNoticed(delivery: Pick<Delivery, 'facts'>, { consent }: Gate): number {
  return isOfMatter(delivery) ? OF_NO_CONSENT : consent.version;
}

/** Marks the address that the notice of a delivery did not reach: the recipient's, or the one named for its matter. */
export function makeMarkNoticeAddress(ports: MarkPorts) {
  const markAddress = makeMarkAddress(ports);
  const readMatter = makeReadMatter(ports);

  return async function markNoticeAddress(delivery: Delivery, consentVersion: number): Promise<void> {
    const { recipientId } = delivery;
    if (!recipientId) return;
    if (!isOfMatter(delivery)) return markAddress(recipientId, consentVersion);
    await markMatter(delivery, recipientId);
  };

  async function markMatter(delivery: Delivery, recipientId: RecipientId): Promise<void> {
    const message = await ports.messages.read(delivery.messageId);
    const chosen = message && (await readMatter(recipientId, message));
    if (chosen?.address?.type === 'MESSAGES' && chosen.address.noticeEmail !== undefined) {
      const sentAt = lastOf(delivery.facts, 'NOTICE_SENT')?.at;
      const named = sentAt === undefined || chosen.preference.declaredAt <= sentAt;
      return named ? ports.matters.markDead(chosen.preference) : undefined;
    }
    const gate = await ports.gates.read(recipientId);
    if (gate) await markAddress(recipientId, gate.consent.version);
  }
}

function isOfMatter({ facts }: Pick<Delivery, 'facts'>): boolean {
  return foldFacts(facts).decision?.reason === 'PROCESS_ADDRESS_MAILBOX';
}
