import { S3Client } from '@aws-sdk/client-s3';
import { makeS3Documents } from '#shared/adapters/documents/s3-documents';
import type { DocumentStore } from '#shared/ports/document-store';

/** Documents in a bucket. Loaded with the first document (functions/_shell/documents.ts). */
export function openS3Documents(bucket: string): DocumentStore {
  return makeS3Documents(new S3Client({}), bucket);
}
