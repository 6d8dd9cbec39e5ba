import { type MessageId, messageId } from '#shared/domain/message/ids';

/** How many ids are tried for one external id; a second is needed once in 2^53 / messages kept. */
export const SLOTS = 8;

/** What the keyed hash of a slot is taken over. */
export function slotName(system: string, externalId: string, slot: number): string {
  return JSON.stringify([system, externalId, slot]);
}

/**
 * A message id from 53 bits of a keyed hash: the same external id always leads to the same slots, so the write of the
 * message is itself the idempotency check.
 *
 * @param digest at least 14 hexadecimal digits
 * @returns `undefined` for zero, which is no id: take the next slot
 */
export function idOfSlot(digest: string): MessageId | undefined {
  const bits = Number(BigInt(`0x${digest.slice(0, 14)}`) >> 3n);
  return bits === 0 ? undefined : messageId.parse(bits);
}
