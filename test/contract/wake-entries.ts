import { type Instant, instant } from '#shared/kernel/time';
import type { WakeEntry, WorkIndex } from '#shared/ports/work-index';

/** Later than anything in these tests. */
export const EVER = instant.parse('2099-01-01T00:00:00.000Z');

/** Every entry due by a moment, of every shard. */
export async function entriesDue(index: WorkIndex, until: Instant = EVER): Promise<WakeEntry[]> {
  const entries: WakeEntry[] = [];
  for await (const page of index.due(until)) entries.push(...page);
  return entries;
}

/** When the index looks at things, earliest first. */
export async function wakesOf(index: WorkIndex): Promise<string[]> {
  return (await entriesDue(index)).map(({ wakeAt }) => wakeAt).sort();
}

/** The only entry there is. */
export async function onlyEntry(index: WorkIndex): Promise<WakeEntry> {
  const [entry, ...others] = await entriesDue(index);
  if (!entry || others.length > 0) throw new Error('not exactly one entry in the wake index');
  return entry;
}
