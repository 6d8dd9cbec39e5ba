import type { Delivery } from '#shared/domain/message/delivery';

/**
 * Whether a write that found its condition not holding is the very one that made it so: the token of what it wrote stands.
 *
 * @param from place of the first fact it wrote
 */
export function isWrittenAlready(stored: Delivery | undefined, { facts, claim }: Delivery, from: number): boolean {
  const token = facts.slice(from).find(({ attempt }) => attempt !== undefined)?.attempt ?? claim?.attempt;
  if (!stored || token === undefined) return false;
  return stored.claim?.attempt === token || stored.facts.some(({ attempt }) => attempt === token);
}
