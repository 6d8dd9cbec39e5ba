import { S3Client } from '@aws-sdk/client-s3';
import { makeFileDocuments } from '#shared/adapters/documents/file-documents';
import { makeS3Documents } from '#shared/adapters/documents/s3-documents';
import type { DocumentStore } from '#shared/ports/document-store';

let client: S3Client | undefined;

/** `s3:bucket` where deployed, `file:folder` on a single machine. */
export function documentStore({ DOCUMENTS }: { readonly DOCUMENTS: string }): DocumentStore {
  const [kind = '', ...rest] = DOCUMENTS.split(':');
  const place = rest.join(':');
  if (kind === 'file') return makeFileDocuments(place);
  client ??= new S3Client({});
  return makeS3Documents(client, place);
}
