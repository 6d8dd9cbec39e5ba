import { proofKey, proofsAmong } from '#shared/domain/delivery-postal/proof';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { MessageLog } from '#shared/ports/message-log';

export interface FindProofPorts {
  readonly messages: Pick<MessageLog, 'read'>;
  readonly deliveries: Pick<DeliveryLog, 'ofMessage'>;
}

/** A scanned proof as its reader saves it. */
export interface FoundProof {
  readonly documentKey: string;
  readonly mediaType: string;
  readonly filename: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Finds a scanned proof of a sender's own message, by its hash; it ends with the proof of service. */
export function makeFindProof({ messages, deliveries }: FindProofPorts) {
  return async function findProof(tenant: TenantId, id: MessageId, sha256: string): Promise<FoundProof | undefined> {
    const message = await messages.read(id);
    if (message?.tenantId !== tenant || message.erased?.proofEndedAt !== undefined) return undefined;
    const facts = (await deliveries.ofMessage(id)).flatMap((each) => each.facts);
    const proof = proofsAmong(facts).find((each) => each.sha256 === sha256);
    if (!proof) return undefined;
    const { letterId, mediaType, proofId } = proof;
    const filename = `${letterId}-${proofId}.${ENDINGS[mediaType] ?? 'bin'}`;
    return { documentKey: proofKey(letterId, sha256), mediaType, filename };
  };
}
