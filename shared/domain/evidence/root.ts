import * as z from 'zod/mini';
import { treeRoot } from '#shared/domain/evidence/merkle';
import { tenantId } from '#shared/domain/message/ids';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type Digest, GENESIS, canonicalJson, digestOf } from '#shared/kernel/digest';
import { type CalendarDate, type Instant, calendarDate, instant } from '#shared/kernel/time';

/** The last page of a lane at the end of a day: it vouches for every page before it. */
export const laneEnd = z.strictObject({ tenantId, lane: z.int(), number: z.int(), hash: z.string() });
export type LaneEnd = z.infer<typeof laneEnd>;

/**
 * What is published of a day: one hash over the last page of every lane of every sender, and the hash of the root before.
 * It tells nothing of anybody.
 */
export const dailyRoot = z.strictObject({
  format: z.literal('viestivayla-root-1'),
  /** From 1, without gaps. */
  number: z.int(),
  day: calendarDate,
  /** Pages before this moment are under it: the end of the day in Helsinki. */
  until: instant,
  /** How many lanes had a page by then. */
  lanes: z.int(),
  tree: z.string(),
  /** Hash of the root before. */
  previous: z.string(),
  /** Hash of the public key it is signed with. */
  key: z.string(),
});
export type DailyRoot = z.infer<typeof dailyRoot>;

/** A root as published. Signed is the canonical JSON of `root`; key and signature are DER in base64url. */
export const signedRoot = z.strictObject({
  root: dailyRoot,
  signature: z.strictObject({ algorithm: z.literal('ECDSA_SHA_256'), publicKey: z.string(), value: z.string() }),
});
export type SignedRoot = z.infer<typeof signedRoot>;

/** A day with what its root was made from. The ends stay with the hub: they name its senders. */
export const sealedDay = z.strictObject({ signed: signedRoot, ends: z.array(laneEnd) });
export type SealedDay = z.infer<typeof sealedDay>;

/** The moment a day in Helsinki is over. */
export function endOfDay(day: CalendarDate): Instant {
  return momentOn(addDays(day, 1));
}

/** Leaves of the tree of a day, in the order of its ends. */
export function endLeaves(digest: Digest, ends: readonly LaneEnd[]): string[] {
  return ends.map((end) => digestOf(digest, 'lane', end));
}

/** The order ends are sealed in: by sender and lane. */
export function inOrder(ends: readonly LaneEnd[]): LaneEnd[] {
  return [...ends].sort((a, b) => (a.tenantId === b.tenantId ? a.lane - b.lane : a.tenantId < b.tenantId ? -1 : 1));
}

/** The root of a day: the same ends after the same root always give the same one. */
export function rootOf(
  digest: Digest,
  {
    day,
    ends,
    publicKey,
  }: { readonly day: CalendarDate; readonly ends: readonly LaneEnd[]; readonly publicKey: string },
  last: DailyRoot | undefined,
): DailyRoot {
  return {
    format: 'viestivayla-root-1',
    number: (last?.number ?? 0) + 1,
    day,
    until: endOfDay(day),
    lanes: ends.length,
    tree: treeRoot(digest, endLeaves(digest, ends)),
    previous: last ? rootHash(digest, last) : GENESIS,
    key: digest(publicKey),
  };
}

/** Hash of a root: what the next one holds. It leaves the signature out, which differs each time a root is signed. */
export function rootHash(digest: Digest, root: DailyRoot): string {
  return digestOf(digest, 'root', root);
}

/** What is signed. */
export function textOf(root: DailyRoot): string {
  return canonicalJson(root);
}
