import type { AccessAct } from '#shared/domain/access/access-entry';
import type { LegalHold } from '#shared/domain/retention/legal-hold';
import type { Instant } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { DeliveryLog } from '#shared/ports/delivery-log';

export interface TellOfHoldPorts {
  readonly accessLog: AccessLog;
  readonly deliveries: Pick<DeliveryLog, 'ofMessage'>;
}

/**
 * Enters a hold on a message in the logs of those the message is for, where whoever ruled has said that they may know of it. A
 * hold may serve an inquiry that its object must not learn of, so silence is the rule. Entering it again is harmless.
 *
 * @see 2016/679 art. 15(1)(d), 23(1); 1050/2018 § 34
 */
export function makeTellOfHold({ accessLog, deliveries }: TellOfHoldPorts) {
  return async function tellOfHold(
    { owner, holdId, scope, told }: LegalHold,
    act: AccessAct,
    at: Instant,
  ): Promise<void> {
    if (told !== true || scope.type !== 'MESSAGE') return;
    const { messageId } = scope;
    const by = { role: owner.startsWith('tenant/') ? 'AUTHORITY' : 'SYSTEM' } as const;
    const concerned = (await deliveries.ofMessage(messageId)).flatMap(({ recipientId }) => recipientId ?? []);
    for (const id of new Set(concerned))
      await accessLog.enter(id, { entryId: `${act}/${messageId}/${owner}/${holdId}`, at, act, by, messageId });
  };
}
