import type { AccessAct } from '#shared/domain/access/access-entry';
import type { MessageId } from '#shared/domain/message/ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Clock } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { Ids } from '#shared/ports/ids';

export interface EnterLookPorts {
  readonly accessLog: AccessLog;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Enters a look at, or a change of, what the hub holds on somebody in that person's log, before anything is shown. One's own
 * looks are not entered.
 *
 * @see 571/2016 § 20; REQ-066
 */
export function makeEnterLook({ accessLog, ids, clock }: EnterLookPorts) {
  return async function enterLook(
    { recipientId, onBehalf, actor }: Acting,
    act: AccessAct,
    messageId?: MessageId,
  ): Promise<void> {
    if (!onBehalf || recipientId === undefined) return;
    await accessLog.enter(recipientId, { entryId: ids.attempt(), at: clock(), act, by: actor, messageId });
  };
}
