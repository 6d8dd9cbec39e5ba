import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What hubs compile is kept from one start to the next: a third of a start's work. */
const COMPILED = join(tmpdir(), 'viestivayla-compiled');

/** Where the manual clock of a test begins. */
export const START = '2026-11-23T08:15:00.000Z';

/** Milliseconds a hub may take to end when it is asked to. */
const PATIENCE = 10_000;

export interface Hub {
  readonly url: string;
}

export interface HubSettings {
  /** Environment on top of the dull one: a free port, a manual clock, the seed without messages. */
  readonly env?: Readonly<Record<string, string>>;
  /** @default a folder of its own, removed at the end */
  readonly folder?: string;
}

/** A hub in a process of its own, as `npm start` starts it. */
export interface HubProcess extends Hub {
  readonly folder: string;
  /** Both output streams up to now. */
  output(): string;
  /** Sends the signal and waits for the end. @returns the exit code; null when a signal ended it, or had to */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a hub and waits until it says that it serves. */
export async function startHub({ env = {}, folder = newFolder() }: HubSettings = {}): Promise<HubProcess> {
  const child = spawn(process.execPath, ['local/start.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TMPDIR: tmpdir(),
      NODE_COMPILE_CACHE: COMPILED,
      PORT: '0',
      DATA_DIR: folder,
      HUB_SEED: 'empty',
      HUB_CLOCK: 'manual',
      HUB_NOW: START,
      ...env,
    },
  });
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const output = outputOf(child);
  const ended = once(child, 'close').then(() => {
    process.off('exit', killAtExit);
  });
  const url = await Promise.race([readyLine(child, output), ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`the hub ended before it was ready: ${output()}`);

  return {
    url,
    folder,
    output,
    end: async (signal) => {
      child.kill(signal);
      const patience = setTimeout(killAtExit, PATIENCE);
      await ended;
      clearTimeout(patience);
      return child.exitCode;
    },
  };
}

/** One hub for all tests of a file. */
export function useHub(settings: HubSettings = {}): HubProcess {
  const started: { hub?: HubProcess } = {};
  const hub = () => {
    if (!started.hub) throw new Error('the hub serves inside tests only');
    return started.hub;
  };
  beforeAll(async () => {
    started.hub = await startHub(settings);
  });
  afterAll(async () => {
    await started.hub?.end('SIGKILL');
    if (started.hub) removeFolder(started.hub.folder);
  });
  return {
    get url() {
      return hub().url;
    },
    get folder() {
      return hub().folder;
    },
    output: () => hub().output(),
    end: (signal) => hub().end(signal),
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'viestivayla-e2e-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function outputOf({ stdout, stderr }: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

async function readyLine({ stdout }: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve) => {
    stdout?.on('data', () => {
      const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output())?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
