import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import type { Bundle } from '#bench/cold/bundle';

/** A bundle to start cold, with what it is given. */
export interface Variant {
  readonly name: string;
  readonly bundle: Bundle;
  /** Writes an event nobody has had before. @returns its file */
  readonly writeEvent: (name: string) => string;
}

interface Course {
  /** The bundle that starts the others. */
  readonly boot: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly rounds: number;
}

const sample = z.object({
  statusCode: z.int(),
  initMs: z.number(),
  firstMs: z.number(),
  cpuOfLoading: z.number(),
  cpuMs: z.number(),
  rssMb: z.number(),
});
type Sample = z.infer<typeof sample>;

/** Medians over the rounds. */
export interface ColdStart {
  readonly name: string;
  readonly kilobytes: number;
  readonly initMs: number;
  readonly firstMs: number;
  /** Processor time of loading, and of loading and the first event. */
  readonly cpuOfLoading: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  /** Median of the ratios of each round to the first variant: what both share of the machine's moods cancels out. */
  readonly cpuRatio: number;
  readonly cpuOfLoadingRatio: number;
}

/**
 * Starts every variant once a round, each in a process of its own, in an order that is turned round each time. One round
 * goes before and is not counted: it fills the caches of the disk.
 */
export async function coldStarts(variants: readonly Variant[], course: Course): Promise<ColdStart[]> {
  const samples = new Map(variants.map(({ name }) => [name, new Array<Sample>()]));
  for (let round = 0; round <= course.rounds; round += 1) {
    const order = round % 2 === 0 ? variants : variants.toReversed();
    for (const variant of order) {
      const taken = await startOnce(variant, course, `${variant.name.replaceAll(/\W+/g, '-')}-${round}`);
      if (round > 0) samples.get(variant.name)?.push(taken);
    }
  }
  const reference = samples.get(variants[0]?.name ?? '') ?? [];
  return variants.map((variant) => summed(variant, samples.get(variant.name) ?? [], reference));
}

async function startOnce({ name, bundle, writeEvent }: Variant, course: Course, event: string): Promise<Sample> {
  const { stdout } = await promisify(execFile)(process.execPath, [course.boot, bundle.file, writeEvent(event)], {
    env: { PATH: process.env['PATH'], ...course.environment },
  });
  const taken = sample.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (taken.statusCode !== 200) throw new Error(`${name} answered ${taken.statusCode}: ${stdout}`);
  return taken;
}

function summed({ name, bundle }: Variant, samples: readonly Sample[], reference: readonly Sample[]): ColdStart {
  const middle = (of: (each: Sample) => number) => median(samples.map(of));
  const ratio = (of: (each: Sample) => number) =>
    median(samples.flatMap((each, round) => (reference[round] ? [of(each) / of(reference[round])] : [])));
  return {
    name,
    kilobytes: bundle.kilobytes,
    initMs: middle(({ initMs }) => initMs),
    firstMs: middle(({ firstMs }) => firstMs),
    cpuOfLoading: middle(({ cpuOfLoading }) => cpuOfLoading),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    rssMb: middle(({ rssMb }) => rssMb),
    cpuRatio: ratio(({ cpuMs }) => cpuMs),
    cpuOfLoadingRatio: ratio(({ cpuOfLoading }) => cpuOfLoading),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
