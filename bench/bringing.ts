import { writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { type Figure, printFigures } from '#bench/report/figure';
import { sha256 } from '#shared/adapters/crypto/sha256';
import { makeS3HandOver } from '#shared/adapters/print/s3-hand-over';
import { type Batch, kindOf } from '#shared/domain/delivery-postal/batch';
import { type Letter, letter } from '#shared/domain/delivery-postal/letter';
import { instant } from '#shared/kernel/time';

/**
 * What bringing a batch to a bucket takes, in a process of its own so that its memory can be told: documents passed through go
 * from one store to the other, and no more of them than a few may be in memory.
 */
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;

const BYTES = 200 * 1024;
const NOW = instant.parse('2026-11-23T08:15:00.000Z');
const documentHash = sha256(new Uint8Array(BYTES));
const held = { now: 0, most: 0 };

/** A bucket that takes its time with each file. */
const client = new S3Client({ region: 'eu-north-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } });
client.middlewareStack.add(
  () => async () => {
    await turn();
    held.now = Math.max(0, held.now - 1);
    return { response: {}, output: { $metadata: {} } };
  },
  { step: 'finalizeRequest', priority: 'low', name: 'benchBucket', override: true },
);

const handOver = makeS3HandOver({
  client,
  bucket: 'printer',
  prefix: 'letters',
  sealer: { sha256 },
  documents: {
    read: async () => {
      await turn();
      held.now += 1;
      held.most = Math.max(held.most, held.now);
      return { bytes: new Uint8Array(BYTES), mediaType: 'application/pdf' };
    },
  },
});

await bring(100);
const small = await bring(1000);
const large = await bring(5000);
const figures: readonly Figure[] = [
  { name: 'documents in memory at once', measured: held.most, aim: 4, budget: 4 },
  { name: 'peak memory with a batch of 1000, MB', measured: small.memoryMb, aim: 200 },
  { name: 'peak memory with a batch of 5000, MB', measured: large.memoryMb, aim: 200 },
  { name: 'MB of its documents', measured: (5000 * BYTES) / 1024 / 1024 },
  { name: 'processor time of a letter of 1000, ms', measured: small.cpuMs },
  { name: 'the same of 5000, x that of 1000', measured: large.cpuMs / small.cpuMs, aim: 1.25 },
];
printFigures('bringing a batch', figures);
if (json !== undefined) writeFileSync(json, JSON.stringify(figures, null, 2));

async function bring(count: number) {
  const letters = Array.from({ length: count }, (_, number) => letterNo(number));
  const before = process.cpuUsage();
  await handOver.deliver(batchOf(letters), letters);
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / count, memoryMb: process.resourceUsage().maxRSS / 1024 };
}

function batchOf(letters: readonly Letter[]): Batch {
  const kind = kindOf(letterNo(0));
  const ids = letters.map(({ letterId }) => letterId);
  return { batchId: 'batch', kind, state: 'CUT', plannedAt: NOW, cutAt: NOW, letters: ids };
}

function letterNo(number: number): Letter {
  const messageId = 4_503_599_627_370_000 + number;
  return letter.parse({
    letterId: `${messageId}-1-L1`,
    deliveryId: `${messageId}-1`,
    messageId,
    tenantId: 't-bench',
    batchId: 'batch',
    class: 'LETTER',
    state: 'READY',
    orderedAt: NOW,
    options: { colour: false, duplex: true, rotateLandscapePages: false },
    pages: 2,
    sheets: 1,
    envelope: 'C5',
    restricted: false,
    documentKey: `documents/t-bench/${messageId}`,
    sizeBytes: BYTES,
    sha256: documentHash,
    address: 'sealed',
  });
}
