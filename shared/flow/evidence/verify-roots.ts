import { type SignedRoot, rootHash, textOf } from '#shared/domain/evidence/root';
import type { Digest } from '#shared/kernel/digest';

export interface VerifyTools {
  readonly digest: Digest;
  readonly verifySignature: (signed: {
    readonly text: string;
    readonly publicKey: string;
    readonly value: string;
  }) => boolean;
}

/** What is wrong, in words; nothing when all holds. */
export type Fault = string | undefined;

/** The first thing that is wrong. */
export function firstOf(checks: readonly (() => Fault)[]): Fault {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Verifies roots by what they hold and nothing else. */
export function makeVerifyRoots({ digest, verifySignature }: VerifyTools) {
  function rootFault({ root, signature }: SignedRoot): Fault {
    const name = `the root of ${root.day}`;
    if (root.key !== digest(signature.publicKey)) return `${name}: is signed with another key than it names`;
    return verifySignature({ text: textOf(root), ...signature }) ? undefined : `${name}: its signature does not hold`;
  }

  /** Published roots among themselves: signatures, numbers without a gap, each holding the hash of the one before. */
  function rootsFault(roots: readonly SignedRoot[]): Fault {
    const inOrder = [...roots].sort((a, b) => a.root.number - b.root.number);
    return firstOf(inOrder.map((each, i) => () => rootFault(each) ?? linkFault(inOrder[i - 1], each)));
  }

  function linkFault(before: SignedRoot | undefined, { root }: SignedRoot): Fault {
    if (!before) return undefined;
    if (root.number !== before.root.number + 1)
      return `the published roots: number ${before.root.number + 1} is missing or stands twice`;
    const follows = root.previous === rootHash(digest, before.root) && root.day > before.root.day;
    return follows ? undefined : `the root of ${root.day}: does not follow from the root of ${before.root.day}`;
  }

  return { rootFault, rootsFault };
}
