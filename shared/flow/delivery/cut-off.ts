import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import { type WritePorts, makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, type Result } from '#shared/kernel/result';
import type { VersionConflict } from '#shared/ports/delivery-log';

/**
 * Ends the time in which opening the message makes its letter needless: one write before the order. Whoever opened it before
 * makes this write fail, and nothing is printed; whoever opens it after is too late, whatever becomes of the order's answer. A
 * letter of a message that lies in no mailbox needs no such write.
 *
 * @see domain.md 3.6 (opening after the window), AC-12
 */
export function makeCutOff(ports: WritePorts) {
  const writeChange = makeWriteChange(ports);

  return async function cutOff(delivery: Delivery): Promise<Result<Delivery, VersionConflict>> {
    if (delivery.claim?.effect === 'LETTER' || !lastOf(delivery.facts, 'MAILBOX_STORED')) return ok(delivery);
    const claim = { attempt: ports.ids.attempt(), at: ports.clock(), sends: 1, effect: 'LETTER' as const };
    return writeChange(delivery, { claim });
  };
}
