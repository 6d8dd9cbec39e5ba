import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { DocumentStore } from '#shared/ports/document-store';

/** Documents in one bucket, encrypted with its own KMS key by the bucket's default. */
export function makeS3Documents(client: S3Client, bucket: string): DocumentStore {
  return {
    put: async (key, { bytes, mediaType }) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mediaType }));
    },
    read: async (key) => {
      try {
        const { Body, ContentType = 'application/octet-stream' } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key }),
        );
        return Body && { bytes: await Body.transformToByteArray(), mediaType: ContentType };
      } catch (fault) {
        if (fault instanceof NoSuchKey) return undefined;
        throw fault;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
