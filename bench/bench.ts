import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureColdStarts } from '#bench/cold/cold-starts';
import type { ColdStart } from '#bench/cold/rounds';
import type { ThreadProfile } from '#bench/load/profile';
import { type Throughput, measureThroughput } from '#bench/load/throughput';
import { type Figure, printFigures } from '#bench/report/figure';
import { type CountingCost, measureCounting } from '#bench/traffic/counting';

/**
 * `npm run bench`: counts, sizes, cold starts, throughput and memory.
 * `--json FILE` keeps the figures, `--only budgets|programme|letters|bringing|traffic|cold|load` runs one part, `--profile` says where the hub spent its time.
 */
const { json, only, profile } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, profile: { type: 'boolean', default: false } },
}).values;

/** The heap of a function of 300 MB: without a limit a run takes what the machine has. */
const SMALL = ['--max-semi-space-size=4'];
const LIMITS = {
  budgets: [],
  letters: SMALL,
  bringing: SMALL,
  programme: ['--max-old-space-size=200', '--max-semi-space-size=8'],
};

const folder = mkdtempSync(join(tmpdir(), 'viestivayla-bench-'));
const report: Record<string, unknown> = {};
try {
  if (isWanted('budgets')) report['budgets'] = runApart('budgets', join(folder, 'budgets.json'));
  if (isWanted('programme')) report['programme'] = runApart('programme', join(folder, 'programme.json'));
  if (isWanted('letters')) report['letters'] = runApart('letters', join(folder, 'letters.json'));
  if (isWanted('bringing')) report['bringing'] = runApart('bringing', join(folder, 'bringing.json'));
  if (isWanted('cold')) {
    const starts = await measureColdStarts(folder);
    for (const start of starts) printFigures(start.name, coldFigures(start));
    report['cold'] = starts;
  }
  if (isWanted('traffic')) {
    const counting = await measureCounting();
    printFigures('counting the traffic', countingFigures(counting));
    report['traffic'] = counting;
  }
  if (isWanted('load')) {
    const load = await measureThroughput({ messages: 2000, people: 500, senders: 16, profile });
    printFigures('npm start under load', loadFigures(load));
    load.threads.forEach(printProfile);
    report['load'] = load;
  }
} finally {
  rmSync(folder, { recursive: true, maxRetries: 5 });
}
if (json !== undefined) writeFileSync(json, JSON.stringify(report, null, 2));
process.exit();

function isWanted(part: string): boolean {
  return only === undefined || only === part;
}

/** In a process of its own: budgets put meters into every client, and of a programme's run and of letters the memory is told. */
function runApart(part: keyof typeof LIMITS, file: string): unknown {
  const { status } = spawnSync(
    process.execPath,
    [...LIMITS[part], join(import.meta.dirname, `${part}.ts`), '--json', file],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = status ?? 1;
  return JSON.parse(readFileSync(file, 'utf8'));
}

function coldFigures({ name, ...start }: ColdStart): Figure[] {
  return [
    { name: 'processor time of the start and first call, x bare twin', measured: start.cpuRatio, aim: aimOf(name) },
    { name: 'processor time of the start alone, x bare twin', measured: start.cpuOfLoadingRatio },
    { name: 'processor time of the start and first call, ms', measured: start.cpuMs },
    { name: 'start, ms', measured: start.initMs },
    { name: 'first call, ms', measured: start.firstMs },
    { name: 'memory, MB', measured: start.rssMb },
    { name: 'KB loaded at start', measured: start.kilobytes },
  ];
}

function aimOf(name: string): number | undefined {
  return name.startsWith('intake') ? 1.15 : undefined;
}

function loadFigures(load: Throughput): Figure[] {
  return [
    { name: 'messages told of per second', measured: load.messagesPerSecond, aim: 100, wanted: 'least' },
    { name: 'messages accepted per second', measured: load.acceptedPerSecond },
    { name: 'peak memory, MB', measured: load.peakMemoryMb, aim: 700 },
    { name: 'processor time of a message, ms', measured: load.cpuMsPerMessage },
    { name: 'of it on the main thread, ms', measured: load.mainThreadMsPerMessage },
  ];
}

function countingFigures(cost: CountingCost): Figure[] {
  return [
    { name: 'calls of a full page', measured: cost.callsPerPage },
    { name: 'processor time of a full page, ms', measured: cost.cpuMsPerPage },
    { name: 'calls of a page after a thousand, x one of the first', measured: cost.callsRatio, aim: 1.01 },
    { name: 'processor time of a page after a thousand, x one of the first', measured: cost.cpuRatio, aim: 1.5 },
  ];
}

/** Most of a profile is told by its first lines. */
function printProfile({ busyMs, parts, functions }: ThreadProfile, thread: number): void {
  console.log(`thread ${thread + 1}: ${Math.round(busyMs)} ms of work`);
  for (const { name, ms } of [...parts.slice(0, 20), ...functions.slice(0, 40)])
    console.log(`${((100 * ms) / busyMs).toFixed(1).padStart(6)} %  ${name}`);
  console.log();
}
