import { type LaneEnd, type SealedDay, rootOf, textOf } from '#shared/domain/evidence/root';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { linkOf } from '#shared/domain/evidence/fact-chain';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';
import type { Signer } from '#shared/ports/signer';
import { TENANT } from '#test/builders/domain';

export const DAY_ONE = calendarDate.parse('2026-11-23');

export function endOf(lane: number, number = 1): LaneEnd {
  return { tenantId: TENANT, lane, number, hash: fingerprint(`${lane}/${number}`) };
}

/** A day sealed with a key, after another. */
export async function sealedBy(
  signer: Signer,
  { day = DAY_ONE, ends = [endOf(0)] }: { readonly day?: CalendarDate; readonly ends?: LaneEnd[] } = {},
  last?: SealedDay,
): Promise<SealedDay> {
  const publicKey = await signer.publicKey();
  const root = rootOf(fingerprint, { day, ends, publicKey }, last?.signed.root);
  const value = await signer.sign(textOf(root));
  return { signed: { root, signature: { algorithm: 'ECDSA_SHA_256', publicKey, value } }, ends };
}

/** Place, from 1, of the first fact whose hash does not follow from what stands before it. */
export function firstBroken(start: string, facts: readonly DeliveryFact[]): number | undefined {
  const broken = facts.findIndex(
    (fact, i) => fact.hash !== linkOf(fingerprint, i === 0 ? start : (facts[i - 1]?.hash ?? ''), fact),
  );
  return broken < 0 ? undefined : broken + 1;
}
