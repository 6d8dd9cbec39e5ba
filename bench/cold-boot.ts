import { readFileSync } from 'node:fs';
import { argv, cpuUsage, memoryUsage } from 'node:process';

/**
 * Runs in a process of its own: loads a bundle and gives it one event, as a cold start does. `node:http` is loaded before
 * the clock starts, since the runtime of Lambda has it loaded already: on demand, since a bundle leaves out a bare import of it.
 */
const [, , bundle = '', eventFile = ''] = argv;
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'));

await Promise.all([import('node:http'), import('node:https')]);

const cpuAtStart = cpuUsage();
const start = performance.now();
const loaded: unknown = await import(bundle);
const loadedAt = performance.now();
const cpuOfLoading = milliseconds(cpuUsage(cpuAtStart));
if (!isDoor(loaded)) throw new Error(`${bundle} has no handler`);
const { statusCode } = await loaded.handler(event, { awsRequestId: 'cold' });
const answeredAt = performance.now();

console.log(
  JSON.stringify({
    statusCode,
    initMs: loadedAt - start,
    firstMs: answeredAt - loadedAt,
    cpuOfLoading,
    cpuMs: milliseconds(cpuUsage(cpuAtStart)),
    rssMb: memoryUsage.rss() / 1024 / 1024,
  }),
);
process.exit(0);

interface Door {
  readonly handler: (event: unknown, context: object) => Promise<{ readonly statusCode: number }>;
}

function isDoor(module: unknown): module is Door {
  return typeof module === 'object' && module !== null && 'handler' in module && typeof module.handler === 'function';
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
