import { readFileSync } from 'node:fs';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { makeKmsSigner } from '#shared/adapters/crypto/kms-signer';
import { makeLocalSigner } from '#shared/adapters/crypto/local-signer';
import { makeBucket } from '#shared/adapters/evidence/bucket';
import { makeDayFiles } from '#shared/adapters/evidence/day-files';
import { makeFolder } from '#shared/adapters/evidence/folder';
import type { SealedDays } from '#shared/ports/sealed-days';
import type { Signer } from '#shared/ports/signer';

/** Sealed days in a bucket under Object Lock where deployed, in a folder on a single machine. */
export function sealedDays({ SEALED_DAYS }: { readonly SEALED_DAYS: string }): SealedDays {
  const [kind, place] = split(SEALED_DAYS);
  return makeDayFiles(kind === 's3' ? makeBucket(new S3Client({}), place) : makeFolder(place));
}

/** A key of KMS where deployed, one in a file on a single machine. */
export function signer({ SIGNING_KEY }: { readonly SIGNING_KEY: string }): Signer {
  const [kind, place] = split(SIGNING_KEY);
  return kind === 'kms' ? makeKmsSigner(new KMSClient({}), place) : makeLocalSigner(readFileSync(place, 'utf8'));
}

function split(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
