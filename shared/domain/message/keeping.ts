import * as z from 'zod/mini';
import { instant } from '#shared/kernel/time';

/** State a message was in when its proof ended: facts to tell it by there are none any more. */
const stateAtEnd = z.enum(['SERVED', 'DELIVERED', 'UNDELIVERABLE', 'MANUAL', 'RECALLED', 'REJECTED', 'ACCEPTED']);

/** What is left of a fact: its place in the chain, and nothing of what it said. */
const factLink = z.object({ type: z.string(), at: instant, hash: z.string() });

/** The proof of a delivery after its end: links of the chain, which still verifies. */
export const endedProof = z.object({ endedAt: instant, state: stateAtEnd, links: z.array(factLink) });
export type EndedProof = z.infer<typeof endedProof>;

/**
 * How far a delivery has come on its way out of the hub. Absent while nothing of it has ended and nothing was put off.
 *
 * @see domain.md 3.6 (retention)
 */
export const keeping = z.object({
  /** The content of its message is gone since. */
  contentEndedAt: z.optional(instant),
  /** When the proof ends at the latest; set when the content ends. An archiving that is confirmed lets it end earlier. */
  proofUntil: z.optional(instant),
  /** Put off: a legal hold, a longer period of the operator's, or another delivery of the message that is still open. */
  lookAgainAt: z.optional(instant),
  proof: z.optional(endedProof),
});
export type Keeping = z.infer<typeof keeping>;

/** What is left of a message whose content has ended: its slot, its digests and the hashes of its files. */
export const erasedContent = z.object({
  at: instant,
  /** SHA-256 of each file, in its order: the chain of each delivery starts from them. */
  documents: z.array(z.string()),
  /** Files that are still to be removed. */
  files: z.optional(z.array(z.object({ attachmentId: z.string(), documentKey: z.string() }))),
  /** From then on the facts of its deliveries are being reduced to their links. */
  proofEndedAt: z.optional(instant),
});
export type ErasedContent = z.infer<typeof erasedContent>;
