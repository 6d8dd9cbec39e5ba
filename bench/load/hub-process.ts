import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '../..');

const packageFile = z.object({ scripts: z.object({ start: z.string() }) });

/** Ticks of the processor clock in a second, as Linux counts them for processes. */
const TICKS = 100;

/** Processor time of a process so far, in seconds; nothing where the system does not tell. */
export interface ProcessorTime {
  readonly all: number;
  /** The thread JavaScript runs on: what it takes is the most one process can do. */
  readonly main: number;
}

export interface HubProcess {
  readonly url: string;
  processorTime(): ProcessorTime | undefined;
  /** Largest memory so far, in MB. */
  peakMemory(): number | undefined;
  /** Ends it and waits for it. */
  end(): Promise<void>;
}

/** `npm start` in a process of its own, over a folder of its own, on a free port. @param flags for Node */
export async function startHubProcess(folder: string, flags: readonly string[]): Promise<HubProcess> {
  const child = spawn(process.execPath, [...flags, ...startArguments()], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, HUB_SEED: 'empty' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const ended = once(child, 'close');
  const url = await Promise.race([readyLine(child), ended.then(() => undefined)]);
  if (url === undefined || child.pid === undefined) throw new Error('the hub ended before it was ready');
  const place = `/proc/${child.pid}`;

  return {
    url,
    processorTime: () => processorTimeOf(place, child.pid),
    peakMemory: () => {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(textOf(`${place}/status`) ?? '')?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
    },
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', killAtExit);
    },
  };
}

/** What `npm start` gives to Node, after its look at the machine. */
function startArguments(): string[] {
  const { scripts } = packageFile.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  return (scripts.start.split('&& node ').at(-1) ?? '').split(' ');
}

function processorTimeOf(place: string, pid: number | undefined): ProcessorTime | undefined {
  const [all, main] = [`${place}/stat`, `${place}/task/${pid ?? 0}/stat`].map(secondsIn);
  return all === undefined || main === undefined ? undefined : { all, main };
}

/** User and system time of one line of Linux: its fields 14 and 15, counted behind the name in brackets. */
function secondsIn(file: string): number | undefined {
  const fields = textOf(file)?.split(') ').at(-1)?.split(' ');
  const [user, system] = [fields?.[11], fields?.[12]];
  return user === undefined || system === undefined ? undefined : (Number(user) + Number(system)) / TICKS;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function readyLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** Profiles a process has left in a folder. */
export function profilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => join(folder, name));
}
