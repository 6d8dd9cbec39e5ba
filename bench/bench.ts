import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureColdStarts } from '#bench/cold/cold-starts';
import type { ColdStart } from '#bench/cold/rounds';
import { type Throughput, measureThroughput } from '#bench/load/throughput';
import { type Figure, printFigures } from '#bench/report/figure';

/**
 * `npm run bench`: what `npm start` carries, and how the intake door starts cold beside its twins. `npm run budgets` has
 * the counts. `--profile` adds each thread's hottest functions, `--json FILE` writes the figures down.
 */
const { profile, json, messages } = parseArgs({
  options: {
    profile: { type: 'boolean', default: false },
    json: { type: 'string' },
    messages: { type: 'string', default: '1000' },
  },
}).values;

const carried = await measureThroughput({ messages: Number(messages), people: 200, senders: 16, profile });
const folder = mkdtempSync(join(tmpdir(), 'viestivayla-bench-'));
const figures = [...loadFigures(carried), ...(await measureColdStarts(folder)).flatMap(coldFigures)];
rmSync(folder, { recursive: true });
printFigures('one run', figures);
for (const thread of carried.threads) console.log(JSON.stringify(thread, null, 2));
if (json !== undefined) writeFileSync(json, JSON.stringify(figures, null, 2));

function loadFigures(load: Throughput): Figure[] {
  return [
    { name: 'accepted messages per second', measured: load.acceptedPerSecond, aim: 100, wanted: 'least' },
    { name: 'delivered and told of, per second', measured: load.messagesPerSecond, aim: 100, wanted: 'least' },
    { name: '  processor ms per message', measured: load.cpuMsPerMessage ?? Number.NaN },
    { name: '  of them in the main thread', measured: load.mainThreadMsPerMessage ?? Number.NaN },
    { name: 'peak memory, MB', measured: load.peakMemoryMb ?? Number.NaN, aim: 700 },
  ];
}

/** The bare twin is 1; only the door by API key does the same work as the twins. */
function coldFigures({ name, cpuRatio, cpuMs, initMs, rssMb }: ColdStart): Figure[] {
  const aim = name === 'intake, by API key' ? { aim: 1.15 } : {};
  return [
    { name: `cold start, ${name}: processor time beside the bare twin`, measured: cpuRatio, ...aim },
    { name: '  processor ms', measured: cpuMs },
    { name: '  ms to load', measured: initMs },
    { name: '  memory, MB', measured: rssMb },
  ];
}
