import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import { isSeenBy } from '#shared/domain/mandate/seen-by';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type WhoSeesPorts, makeWhoSees } from '#shared/flow/mailbox/who-sees';

/**
 * Whether the person in front sees what was sent from a mailbox: an answer like the message it answers, whose title it may
 * repeat; anything else by the service it went to.
 */
export function makeWhoSeesSent(ports: WhoSeesPorts) {
  const whoSees = makeWhoSees(ports);

  return async function whoSeesSent(
    acting: Acting,
    { serviceId, answers }: Pick<InboundMessage, 'serviceId' | 'answers'>,
  ): Promise<boolean> {
    if (!acting.powers) return true;
    if (answers !== undefined) return (await whoSees(acting, answers)) !== undefined;
    return acting.powers.some(({ power }) => isSeenBy(power, { serviceId, recipientOnly: false }));
  };
}
