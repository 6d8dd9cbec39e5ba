import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '#shared/adapters/crypto/sha256';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeS3HandOver } from '#shared/adapters/print/s3-hand-over';
import type { Batch } from '#shared/domain/delivery-postal/batch';
import { letter, letterNo } from '#test/builders/messages-stored';
import { NOON } from '#test/builders/messages';

const client = new S3Client({ region: 'eu-north-1' });
const s3 = mockClient(client);
const bytes = new TextEncoder().encode('%PDF-1.7');
const numbers = [1, 2, 3, 4, 5, 6];
const letters = numbers.map((n) => letter(n, { sha256: sha256(bytes), batchId: 'b' }));
const batch: Batch = {
  batchId: 'b',
  kind: { class: 'LETTER', colour: false, duplex: true, envelope: 'C5', restricted: false },
  state: 'CUT',
  plannedAt: NOON,
  cutAt: NOON,
  letters: numbers.map(letterNo),
};
const there = new Map<string, string>();
const documents = makeMemoryDocuments();

interface Put {
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly IfNoneMatch?: string;
}

beforeEach(async () => {
  s3.reset();
  there.clear();
  for (const { documentKey } of letters) await documents.put(documentKey, { bytes, mediaType: 'application/pdf' });
  s3.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }: Put) => {
    const isTaken = IfNoneMatch === '*' && there.has(Key);
    if (isTaken) throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} });
    there.set(Key, new TextDecoder().decode(Body));
    return {};
  });
});

const handOver = (prefix = 'viestivayla') =>
  makeS3HandOver({ client, bucket: 'tulostus', prefix, documents, sealer: { sha256 } });

describe('a batch brought to a bucket', () => {
  it('lies under its name, a file for each letter and the manifest last', async () => {
    await handOver().deliver(batch, letters);
    expect([...there.keys()]).toEqual([
      ...numbers.map((n) => `viestivayla/b/${letterNo(n)}.pdf`),
      'viestivayla/b/manifest.json',
    ]);
    const manifest: unknown = JSON.parse(there.get('viestivayla/b/manifest.json') ?? '');
    expect(manifest).toMatchObject({
      batchId: 'b',
      cutAt: NOON,
      letters: [{ fileName: '1-1-L1.pdf', envelope: 'C5' }, {}, {}, {}, {}, {}],
    });
    expect(JSON.stringify(manifest)).not.toMatch(/address|tenant|documentKey|esimerkki/);
  });

  it('is put into a bucket of the account agreed on, and of no other', async () => {
    const place = { client, bucket: 'tulostus', prefix: '', owner: '123456789012' };
    await makeS3HandOver({ ...place, documents, sealer: { sha256 } }).deliver(batch, letters);
    const owners = s3.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => input.ExpectedBucketOwner);
    expect(owners).toEqual(Array.from({ length: letters.length + 1 }, () => '123456789012'));
  });

  it('that is there already is a success, and stays as it is', async () => {
    await handOver('').deliver(batch, letters);
    const before = new Map(there);
    await handOver('').deliver(batch, letters);
    expect(there).toEqual(before);
    expect([...there.keys()].at(-1)).toBe('b/manifest.json');
  });

  it('has no manifest while a document is missing or has changed', async () => {
    await documents.put(letters[5]?.documentKey ?? '', { bytes: Uint8Array.of(1), mediaType: 'application/pdf' });
    await expect(handOver().deliver(batch, letters)).rejects.toThrow('missing or changed');
    expect([...there.keys()].filter((key) => key.endsWith('manifest.json'))).toEqual([]);
  });

  it('is tried again later where the bucket can not be reached', async () => {
    s3.on(PutObjectCommand).rejects(new Error('no connection'));
    await expect(handOver().deliver(batch, letters)).rejects.toThrow('no connection');
  });
});
