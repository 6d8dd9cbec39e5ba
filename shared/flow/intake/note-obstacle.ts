import { decidingRule } from '#shared/domain/channel/rules';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Message, MessageContent } from '#shared/domain/message/message';
import type { ObstacleRegister } from '#shared/ports/obstacles';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

interface NotePorts {
  readonly obstacles: ObstacleRegister;
  readonly sealer: Sealer;
}

/** Counts a message that a statute has kept on paper (REQ-175); doing it again counts it once. */
export function makeNoteObstacle({ obstacles, sealer }: NotePorts) {
  return async function noteObstacle(
    { messageId, tenantId, serviceId, acceptedAt }: Message,
    { hub }: MessageContent,
    { facts }: Delivery,
  ): Promise<void> {
    const statute = hub?.statutoryChannel?.legalBasis;
    const decided = decidingRule(foldFacts(facts).decision?.path ?? []) === 'C3';
    if (statute === undefined || !decided) return;
    const sealed = await sealer.sealText({
      key: tenantMonth(tenantId, acceptedAt),
      context: `obstacle/${messageId}`,
      text: statute,
    });
    await obstacles.note({ tenantId, serviceId, statute: sealer.sha256(statute) }, { messageId, sealed });
  };
}
