import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { makeS3HandOver } from '#shared/adapters/print/s3-hand-over';
import { externalId as externalIdSchema } from '#shared/domain/message/ids';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { NOON, PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import type { HubPorts } from '#test/builders/world-hub';
import { letters, openWorld, send, upload } from '#test/builders/world-people';

/** NOON is noon in Helsinki. */
const BATCHES = { times: ['13:00'], mostLetters: 3 };
const CUT = after(NOON, HOUR);
const LETTERS = 5;

const manifest = z.object({ letters: z.array(z.object({ fileName: z.string(), sha256: z.string() })) });

interface Put {
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly IfNoneMatch?: string;
}

const bucket = new S3Client({ region: 'eu-north-1' });
const s3 = mockClient(bucket);
/** What lies in the provider's bucket. */
const there = new Map<string, Uint8Array>();
let world: World;

beforeEach(() => {
  s3.reset();
  s3.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }: Put) => {
    expect(IfNoneMatch).toBe('*');
    if (there.has(Key)) throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} });
    there.set(Key, Body);
    return {};
  });
});

/** The ports of a hub that brings batches to the bucket. */
function bringing<Ports extends HubPorts & { readonly bucket: S3Client }>(ports: Ports): Ports {
  const { documents, sealer, bucket: client } = ports;
  return { ...ports, handOver: makeS3HandOver({ client, bucket: 'tulostus', prefix: 'p', documents, sealer }) };
}

async function diesAt(at: number, death: Death): Promise<boolean> {
  world = await openWorld();
  there.clear();
  world.settings.current = { ...SETTINGS, batches: BATCHES };
  for (let n = 0; n < LETTERS; n += 1) {
    const paperMail = paperPart(await upload(world, { text: `%PDF-1.7 ${n}` }), { createAddressPage: n % 2 === 0 });
    await send(world, { externalId: externalIdSchema.parse(`asia-${n}`), recipient: { id: PAULA }, paperMail });
  }
  await world.settle();
  await world.moveTo(after(CUT, MINUTE));
  world.restart((ports) => bringing(mortal({ ...ports, bucket }, { at, death })));
  const died = await world.hub.cutBatches().then(
    () => false,
    (fault: unknown) => {
      if (fault instanceof ProcessDied) return true;
      throw fault;
    },
  );
  world.restart((ports) => bringing({ ...ports, bucket }));
  await world.hub.cutBatches();
  return died;
}

async function checkBrought(): Promise<void> {
  const offered = await letters(world);
  const files = [...there.keys()].filter((key) => key.endsWith('.pdf'));
  expect(files.sort()).toEqual(offered.map(({ batchId, letterId }) => `p/${batchId}/${letterId}.pdf`).sort());
  expect(offered.map(({ state }) => state)).toEqual(Array.from({ length: LETTERS }, () => 'READY'));
  const listed = [...there].flatMap(([key, bytes]) =>
    key.endsWith('manifest.json') ? manifest.parse(JSON.parse(new TextDecoder().decode(bytes))).letters : [],
  );
  expect(listed.map(({ fileName }) => fileName).sort()).toEqual(
    offered.map(({ letterId }) => `${letterId}.pdf`).sort(),
  );
  for (const { fileName, sha256 } of listed) {
    const brought = [...there].find(([key]) => key.endsWith(`/${fileName}`))?.[1] ?? Buffer.of();
    expect(world.ports.sealer.sha256(brought)).toBe(sha256);
  }
}

describe('a process that dies', () => {
  it.each([
    ['before', 'before'],
    ['right after', 'after'],
  ] as const)(
    '%s any call of the cut, of its reads of documents and of its puts brings each letter once',
    async (_, death) => {
      let calls = 0;
      for (let died = true; died; calls += 1) {
        died = await diesAt(calls + 1, death);
        await checkBrought();
      }
      expect(calls).toBeGreaterThan(40);
    },
  );
});
