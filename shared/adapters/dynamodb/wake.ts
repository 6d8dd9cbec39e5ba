import type { Instant } from '#shared/kernel/time';

/** Name of the sparse index on every table whose items can owe work. */
export const WAKE_INDEX = 'wake';

/** Where an item stands in the wake index: spread over shards by its key, so that no shard grows hot. */
export type WakeShards = number;

export interface WakeAttributes {
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

/** Attributes that put an item into the index, or none. */
export function wakeAttributes(pk: string, wakeAt: Instant | undefined, shards: WakeShards): WakeAttributes {
  return wakeAt === undefined ? {} : { wakeShard: shardOf(pk, shards), wakeAt };
}

/**
 * Part of an update that gives an item its place in the index, or takes it out; it always ends a row of tries. The place
 * is written even where the writer has not changed it: the sweep may have moved it since, and an index entry costs
 * nothing when its value stays.
 */
export function wakeUpdate(pk: string, wakeAt: Instant | undefined, shards: WakeShards) {
  if (wakeAt === undefined) return { set: [], remove: ['wakeShard', 'wakeAt', 'tries'], values: {} };
  return {
    set: ['wakeShard = :wakeShard', 'wakeAt = :wakeAt'],
    remove: ['tries'],
    values: { ':wakeShard': shardOf(pk, shards), ':wakeAt': wakeAt },
  };
}

export function shardName(shard: number): string {
  return `s${shard}`;
}

function shardOf(pk: string, shards: WakeShards): string {
  return shardName(shardNumber(pk, shards));
}

/** FNV-1a: keys are random already, this only folds them. @returns 0 to `shards` - 1 */
export function shardNumber(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}
