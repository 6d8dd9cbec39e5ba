import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { AS_DELIVERED, batchLetters, batchTimes } from '#shared/contracts/config/options';
import { handOver } from '#shared/contracts/config/parts';
import { instant } from '#shared/kernel/time';

const environment = z.object({
  PORT: z._default(z.string().check(z.refine(isPort)), '8080'),
  DATA_DIR: z._default(z.string(), '.local'),
  HUB_SEED: z._default(z.enum(['demo', 'empty']), 'demo'),
  HUB_CLOCK: z._default(z.enum(['running', 'manual']), 'running'),
  HUB_NOW: z.optional(instant),
  LOG_LEVEL: z._default(z.enum(['info', 'warn']), 'warn'),
  ASSISTANT: z._default(z.enum(['off', 'on']), 'off'),
  BATCHES: z._default(batchTimes, AS_DELIVERED.BATCHES),
  BATCH_LETTERS: z._default(batchLetters, AS_DELIVERED.BATCH_LETTERS),
  HAND_OVER: z._default(handOver.HAND_OVER, 'none'),
});

/** What the environment says of a local run; hub-api.md section 5. */
export interface LocalOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly seed: 'demo' | 'empty';
  readonly manualClock: boolean;
  readonly startAt: z.infer<typeof instant> | undefined;
  readonly logLevel: 'info' | 'warn';
  /** Whether the automatic adviser of digital support answers. */
  readonly assistant: 'off' | 'on';
  /** How letters go, as configured where it is deployed; absent: each by itself, and providers fetch. */
  readonly letters?: LetterOptions;
}

export type LetterOptions = Pick<z.infer<typeof environment>, 'BATCHES' | 'BATCH_LETTERS' | 'HAND_OVER'>;

/** What each variable takes, for whoever wrote something else. */
const TAKES: Readonly<Record<string, string>> = {
  PORT: 'a port number, 0 to 65535',
  HUB_SEED: 'demo or empty',
  HUB_CLOCK: 'running or manual',
  HUB_NOW: 'an instant such as 2026-11-23T08:15:00.000Z',
  LOG_LEVEL: 'info or warn',
  ASSISTANT: 'off or on',
  BATCHES: 'EACH_LETTER, or times of the day such as 08:00,14:00',
  BATCH_LETTERS: 'letters of a full batch, 1 to 5000',
  HAND_OVER: 'none, or s3:bucket/prefix',
};

/**
 * A variable that is empty counts as not set.
 *
 * @throws with the names of variables that can't be used, and what they take
 */
export function readOptions(env: NodeJS.ProcessEnv): LocalOptions {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse({ ...given, HUB_NOW: withMilliseconds(given['HUB_NOW']) });
  if (!read.success) {
    const names = new Set(read.error.issues.map(({ path }) => path.join('.')));
    throw new Error([...names].map((name) => `${name} takes ${TAKES[name] ?? 'another value'}`).join('\n'));
  }
  const { PORT, DATA_DIR, HUB_SEED, HUB_CLOCK, HUB_NOW, LOG_LEVEL, ASSISTANT, ...letters } = read.data;
  return {
    port: Number(PORT),
    dataFolder: resolve(DATA_DIR),
    seed: HUB_SEED,
    manualClock: HUB_CLOCK === 'manual',
    startAt: HUB_NOW,
    logLevel: LOG_LEVEL,
    assistant: ASSISTANT,
    letters,
  };
}

/** Instants are taken with or without milliseconds and with any offset. */
export function withMilliseconds(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
