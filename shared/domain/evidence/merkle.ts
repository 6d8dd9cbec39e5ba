import * as z from 'zod/mini';
import { type Digest, digestOf } from '#shared/kernel/digest';

/** One step of the way from a leaf to the root: the hash that stands beside it, and on which side. */
export const treeStep = z.strictObject({ side: z.enum(['left', 'right']), hash: z.string() });
export type TreeStep = z.infer<typeof treeStep>;

/** Root of a binary tree over hashes; an odd one out moves up a level as it is. */
export function treeRoot(digest: Digest, leaves: readonly string[]): string {
  const [first = digestOf(digest, 'node', []), ...others] = leaves;
  return others.length === 0 ? first : treeRoot(digest, levelAbove(digest, leaves));
}

/** The way from the leaf at `index` to the root. */
export function treePath(digest: Digest, leaves: readonly string[], index: number): TreeStep[] {
  if (leaves.length <= 1) return [];
  const isRight = index % 2 === 1;
  const beside = leaves[isRight ? index - 1 : index + 1];
  const step: TreeStep[] = beside === undefined ? [] : [{ side: isRight ? 'left' : 'right', hash: beside }];
  return [...step, ...treePath(digest, levelAbove(digest, leaves), Math.floor(index / 2))];
}

/** The root that a leaf and its path lead to. */
export function climbTree(digest: Digest, leaf: string, path: readonly TreeStep[]): string {
  return path.reduce(
    (hash, { side, hash: beside }) => digestOf(digest, 'node', side === 'left' ? [beside, hash] : [hash, beside]),
    leaf,
  );
}

function levelAbove(digest: Digest, leaves: readonly string[]): string[] {
  return leaves.flatMap((left, i) => {
    if (i % 2 === 1) return [];
    const right = leaves[i + 1];
    return [right === undefined ? left : digestOf(digest, 'node', [left, right])];
  });
}
