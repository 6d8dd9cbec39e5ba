import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeLocalSigner, newSigningPem } from '#shared/adapters/crypto/local-signer';
import { makeBucket } from '#shared/adapters/evidence/bucket';
import { makeDayFiles } from '#shared/adapters/evidence/day-files';
import { sealedBy } from '#test/builders/domain-evidence';
import { sealedDaysContract } from '#test/contract/sealed-days.contract';

const client = new S3Client({ region: 'eu-north-1' });
const s3 = mockClient(client);
const signer = makeLocalSigner(newSigningPem());

interface Stored {
  readonly Key: string;
  readonly Body: string;
  readonly IfNoneMatch?: string;
}

/** The three calls of S3 the adapter makes, over a map; a list comes in pages of two. */
function bucketInMemory(): void {
  const objects = new Map<string, string>();
  s3.reset();
  s3.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }: Stored) => {
    if (IfNoneMatch === '*' && objects.has(Key)) throw taken();
    objects.set(Key, Body);
    return {};
  });
  s3.on(GetObjectCommand).callsFake(({ Key }: Stored) => {
    const text = objects.get(Key);
    if (text === undefined) throw new NoSuchKey({ $metadata: {}, message: 'The specified key does not exist.' });
    return { Body: { transformToString: async () => text } };
  });
  s3.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken = '0' }) => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const start = Number(ContinuationToken);
    const more = start + 2 < keys.length;
    const Contents = keys.slice(start, start + 2).map((Key) => ({ Key }));
    return { Contents, IsTruncated: more, NextContinuationToken: more ? String(start + 2) : undefined };
  });
}

function taken(): S3ServiceException {
  return new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {}, message: 'taken' });
}

sealedDaysContract('S3', async () => {
  bucketInMemory();
  return makeDayFiles(makeBucket(client, 'evidence'));
});

describe('sealed days in S3', () => {
  beforeEach(bucketInMemory);

  it('are put on condition that nothing is there', async () => {
    await makeDayFiles(makeBucket(client, 'evidence')).put(await sealedBy(signer));
    for (const Key of ['days/2026-11-23.json', 'roots/2026-11-23.json'])
      expect(s3).toHaveReceivedCommandWith(PutObjectCommand, { Bucket: 'evidence', Key, IfNoneMatch: '*' });
  });

  it('that can not be put are a fault, not a day that stands', async () => {
    s3.on(PutObjectCommand).rejects(new Error('Access Denied'));
    await expect(makeDayFiles(makeBucket(client, 'evidence')).put(await sealedBy(signer))).rejects.toThrow('Denied');
  });

  it('that can not be read are not taken for absent', async () => {
    s3.on(GetObjectCommand).rejects(new Error('Access Denied'));
    await expect(makeBucket(client, 'evidence').read('roots/x.json')).rejects.toThrow('Access Denied');
  });
});
