import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeS3Documents } from '#shared/adapters/documents/s3-documents';
import { documentStoreContract } from '#test/contract/document-store.contract';

const client = new S3Client({ region: 'eu-north-1' });
const s3 = mockClient(client);

interface Stored {
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly ContentType: string;
}

/** The three calls of S3 the adapter makes, over a map. */
function bucketInMemory(): void {
  const objects = new Map<string, Stored>();
  s3.reset();
  s3.on(PutObjectCommand).callsFake((input: Stored) => {
    objects.set(input.Key, { ...input, Body: Uint8Array.from(input.Body) });
    return {};
  });
  s3.on(GetObjectCommand).callsFake(({ Key }: Stored) => {
    const stored = objects.get(Key);
    if (!stored) throw new NoSuchKey({ $metadata: {}, message: 'The specified key does not exist.' });
    return { Body: { transformToByteArray: async () => stored.Body }, ContentType: stored.ContentType };
  });
  s3.on(DeleteObjectCommand).callsFake(({ Key }: Stored) => {
    objects.delete(Key);
    return {};
  });
}

documentStoreContract('S3', async () => {
  bucketInMemory();
  return makeS3Documents(client, 'documents');
});

describe('documents in S3', () => {
  const documents = makeS3Documents(client, 'documents');
  beforeEach(() => {
    s3.reset();
  });

  it('lie in one bucket under their key, with their media type', async () => {
    s3.on(PutObjectCommand).resolves({});
    const bytes = Uint8Array.of(1, 2, 3);
    await documents.put('documents/a', { bytes, mediaType: 'application/pdf' });
    expect(s3).toHaveReceivedCommandExactlyOnceWith(PutObjectCommand, {
      Bucket: 'documents',
      Key: 'documents/a',
      Body: bytes,
      ContentType: 'application/pdf',
    });
  });

  it('without a media type are bytes', async () => {
    s3.on(GetObjectCommand).callsFake(() => ({ Body: { transformToByteArray: async () => Uint8Array.of(1) } }));
    expect(await documents.read('in/a')).toEqual({ bytes: Uint8Array.of(1), mediaType: 'application/octet-stream' });
  });

  it('that can not be reached are not taken for absent', async () => {
    s3.on(GetObjectCommand).rejects(new Error('Access Denied'));
    await expect(documents.read('documents/a')).rejects.toThrow('Access Denied');
  });
});
