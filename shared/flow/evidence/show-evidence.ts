import { originHash, originOf } from '#shared/domain/evidence/fact-chain';
import type { Delivery } from '#shared/domain/message/delivery';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import {
  BUNDLE_FORMAT,
  type DeliveryEvidence,
  type EvidenceBundle,
  provenFacts,
  recordOf,
} from '#shared/flow/evidence/evidence-bundle';
import { type ProvePorts, makeProveDelivery } from '#shared/flow/evidence/prove-delivery';
import { reduced } from '#shared/flow/retention/end-proof';
import { findWords } from '#shared/flow/delivery/read-content';
import type { MessageUnknown } from '#shared/flow/delivery/show-message';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface EvidencePorts extends ProvePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly sealer: Sealer;
}

/**
 * The evidence of a sender's own message: every fact with its hash, what follows from the facts, and the proof. Sealed values
 * stay sealed: no address, no code and no name is opened. Another authority's message is like none at all.
 *
 * @see hub-api.md section 2 (evidence)
 */
export function makeShowEvidence(ports: EvidencePorts) {
  const { messages, deliveries, sealer } = ports;
  const proveDelivery = makeProveDelivery(ports);

  return async function showEvidence(tenant: TenantId, id: MessageId): Promise<Result<EvidenceBundle, MessageUnknown>> {
    const message = await messages.read(id);
    if (message?.tenantId !== tenant) return refuse({ kind: 'message-unknown' });
    const all = (await deliveries.ofMessage(id)).map((each) => reduced(each, message.erased?.proofEndedAt));
    const documents = await documentsOf(message);
    const shown = await Promise.all(all.map((each) => evidenceOf(each, message, documents)));
    return ok({ format: BUNDLE_FORMAT, messageId: id, deliveries: shown });
  };

  async function evidenceOf(
    delivery: Delivery,
    { contentSha256 }: Message,
    documents: string[],
  ): Promise<DeliveryEvidence> {
    const origin = originOf(delivery, { contentSha256, documents });
    const start = originHash(sealer.fingerprint, origin);
    const facts = provenFacts(delivery);
    return {
      origin,
      facts,
      chain: { start, head: facts.at(-1)?.hash ?? start },
      ...recordOf(delivery, delivery.facts),
      proof: await proveDelivery(delivery),
    };
  }

  async function documentsOf(message: Message): Promise<string[]> {
    if (message.erased) return message.erased.documents;
    const words = await findWords(sealer, message);
    return (words?.documents ?? []).map(({ sha256 }) => sha256);
  }
}
