import { isSeenBy } from '#shared/domain/mandate/seen-by';
import type { Actor } from '#shared/domain/message/actor';
import type { MessageId } from '#shared/domain/message/ids';
import { findWords } from '#shared/flow/delivery/read-content';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface WhoSeesPorts {
  readonly messages: MessageLog;
  readonly sealer: Sealer;
}

/**
 * As whom the person in front sees a message of the mailbox: nothing where no power of theirs reaches it, which then answers
 * like a message that is not there. Costs a read of the message, where a power has limits.
 */
export function makeWhoSees({ messages, sealer }: WhoSeesPorts) {
  return async function whoSees({ powers, actor }: Acting, id: MessageId): Promise<Actor | undefined> {
    if (!powers || powers[0]?.power.role === 'REPRESENTATIVE') return actor;
    const message = await messages.read(id);
    const content = message && (await findWords(sealer, message));
    if (!content) return undefined;
    const { electronic, hub } = content;
    const seen = {
      serviceId: message.serviceId,
      matterId: hub?.matterId ?? message.matterId,
      recipientOnly: electronic?.visibility === 'Recipient only',
    };
    return powers.find(({ power }) => isSeenBy(power, seen))?.actor;
  };
}
