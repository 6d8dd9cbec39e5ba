import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { systemOne } from '#test/builders/e2e-authority';
import { type Bucket, startBucket } from '#test/builders/e2e-bucket';
import {
  type Moment,
  afterManifest,
  atFile,
  atManifest,
  cutAndKill,
  isManifest,
  sendLetters,
  startCuttingHub,
} from '#test/builders/e2e-cut-and-killed';
import { type HubProcess, newFolder, removeFolder } from '#test/builders/e2e-hub';
import { type PrintLetter, printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const LETTERS = 24;
const LETTERS_OF_A_BATCH = 3;

/** Each leaves a batch under way to the next life. */
const MOMENTS: readonly (readonly [name: string, moment: Moment])[] = [
  ['as the second batch was planned', afterManifest(5)],
  ['as letters were taken', afterManifest(30)],
  ['as letters were laid out', afterManifest(60)],
  ['before a file had arrived', atFile(2, 'lost')],
  ['after a file had arrived', atFile(3, 'unanswered')],
  ['after a manifest had arrived', atManifest('unanswered')],
];

const manifest = z.object({
  batchId: z.string(),
  letters: z.array(z.object({ letterId: z.string(), fileName: z.string(), sha256: z.string() })),
});

const folder = newFolder();
const running: { hub?: HubProcess; bucket?: Bucket } = {};
const end: { ids: readonly number[]; killed: boolean[]; ready: readonly PrintLetter[]; files: Bucket['files'] } = {
  ids: [],
  killed: [],
  ready: [],
  files: new Map(),
};

beforeAll(async () => {
  const bucket = await startBucket();
  running.bucket = bucket;
  const cutting = { folder, bucket, lettersOfABatch: LETTERS_OF_A_BATCH };
  let hub = await startCuttingHub(cutting);
  end.ids = await sendLetters(hub, LETTERS);
  for (const [, moment] of MOMENTS) {
    end.killed.push(await cutAndKill(hub, bucket, moment));
    hub = await startCuttingHub(cutting);
  }
  running.hub = hub;
  await sandboxOf(hub).advance('P1D');
  end.ready = await printerAt(hub).letters();
  end.files = bucket.files;
});

afterAll(async () => {
  await running.hub?.end('SIGKILL');
  running.bucket?.stop();
  removeFolder(folder);
});

const hubNow = (): HubProcess => {
  if (!running.hub) throw new Error('no hub runs');
  return running.hub;
};

const manifests = () =>
  [...end.files].flatMap(([key, bytes]) => (isManifest(key) ? [manifest.parse(JSON.parse(bytes.toString()))] : []));
const pdfs = () => [...end.files].filter(([key]) => !isManifest(key));
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe(`a hub that was killed ${MOMENTS.length} times while it cut batches and brought them`, () => {
  it.each(MOMENTS.map(([name], i) => [name, i] as const))('was at work %s', (_, i) => {
    expect(end.killed[i]).toBe(true);
  });

  it('offers each letter once, and each in one batch', () => {
    expect(end.ready.map(({ letterId }) => letterId).sort()).toEqual(end.ids.map((id) => `${id}-1-L1`).sort());
    const sizes = Map.groupBy(end.ready, ({ batchId }) => batchId);
    expect([...sizes.values()].every((letters) => letters.length <= LETTERS_OF_A_BATCH)).toBe(true);
  });

  it('brought each letter once, under the batch it is offered in', () => {
    expect(pdfs().map(([key]) => key)).toHaveLength(LETTERS);
    expect(
      pdfs()
        .map(([key]) => key)
        .sort(),
    ).toEqual(end.ready.map(({ batchId, letterId }) => `printer/letters/${batchId}/${letterId}.pdf`).sort());
  });

  it('brought every batch with its manifest, which is the one a provider fetches', async () => {
    const fetched = await Promise.all(
      manifests().map(async ({ batchId }) => manifest.parse((await printerAt(hubNow()).batch(batchId)).json)),
    );
    expect(fetched).toEqual(manifests());
    expect(manifests().flatMap(({ letters }) => letters)).toHaveLength(LETTERS);
  });

  it('brought files that are what their manifest and the shelf say, by their SHA-256', () => {
    const brought = new Map(pdfs().map(([key, bytes]) => [key.split('/').at(-1), sha256(bytes)]));
    for (const { fileName, sha256: listed } of manifests().flatMap(({ letters }) => letters))
      expect(brought.get(fileName)).toBe(listed);
    for (const { letterId, sha256: offered } of end.ready) expect(brought.get(`${letterId}.pdf`)).toBe(offered);
  });

  it('tells the sender of every hand-over once', async () => {
    const { events } = await systemOne(hubNow()).eventsFrom();
    const handed = events.filter(({ type }) => type === 'Sent for printing and enveloping');
    expect(handed.map(({ metadata }) => metadata.messageId).sort()).toEqual([...end.ids].sort());
  });
});
