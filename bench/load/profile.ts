import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const profile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

/** Time spent in one place, and in nothing it calls. */
export interface Place {
  readonly name: string;
  readonly ms: number;
}

export interface ThreadProfile {
  readonly busyMs: number;
  /** By package, or folder of the house. */
  readonly parts: readonly Place[];
  readonly functions: readonly Place[];
}

const ROOT = new URL('../../', import.meta.url).href;

/** Waiting is no work. */
const IDLE = ['(idle)', '(root)'];

/** Where the time of one thread went, from a profile of Node. */
export function readProfile(file: string): ThreadProfile {
  const { nodes, samples, timeDeltas } = profile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [parts, functions] = [new Map<string, number>(), new Map<string, number>()];
  let busyMs = 0;
  for (const [i, node] of samples.entries()) {
    const frame = frames.get(node);
    if (!frame || IDLE.includes(frame.functionName)) continue;
    const ms = (timeDeltas[i] ?? 0) / 1000;
    busyMs += ms;
    add(parts, partOf(frame), ms);
    add(functions, `${frame.functionName || '(anonymous)'} ${fileOf(frame.url)}:${frame.lineNumber + 1}`, ms);
  }
  return { busyMs, parts: sorted(parts), functions: sorted(functions) };
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
}

function partOf({ functionName, url }: Frame): string {
  const inPackage = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
  if (inPackage !== undefined) return inPackage;
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  return url === '' ? functionName : fileOf(url).split('/').slice(0, 2).join('/');
}

function fileOf(url: string): string {
  return url.replace(ROOT, '').replace(/^.*node_modules\//, '');
}

function add(sums: Map<string, number>, name: string, ms: number): void {
  sums.set(name, (sums.get(name) ?? 0) + ms);
}

function sorted(sums: ReadonlyMap<string, number>): Place[] {
  return [...sums].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}
