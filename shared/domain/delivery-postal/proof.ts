import { type DeliveryFact, type FactOf } from '#shared/domain/message/facts';
import type { LetterId } from '#shared/domain/message/ids';
import type { PrintFlaw } from '#shared/domain/message/print-flaw';

/** Largest scan, in bytes: a deployed function takes 6 MB, and the gateway hands it the bytes as base64, a third longer. */
export const MAX_PROOF_BYTES = 4_194_304;

/** Scans that one letter may have. */
export const MOST_PROOFS = 10;

/** What a scan may be, in the words of its Content-Type. */
export const PROOF_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** What a PDF that is only looked at must not have; how it would print is no matter. */
const UNFIT: readonly PrintFlaw[] = ['UNREADABLE', 'ENCRYPTED', 'EMPTY', 'TOO_LARGE', 'SCRIPTED', 'FILES_INSIDE'];

/** The first thing that keeps a PDF from being kept as a proof. */
export function unfitFor(flaws: readonly PrintFlaw[]): PrintFlaw | undefined {
  return UNFIT.find((flaw) => flaws.includes(flaw));
}

/** Where the bytes of a proof lie: the same bytes of the same letter lie there once. */
export function proofKey(letter: LetterId, sha256: string): string {
  return `proofs/${letter}/${sha256}`;
}

/** The proofs attached to the letters of a delivery. */
export function proofsAmong(facts: readonly DeliveryFact[]): readonly FactOf<'PROOF_ATTACHED'>[] {
  return facts.filter((each) => each.type === 'PROOF_ATTACHED');
}
