import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { manifestOf } from '#shared/domain/delivery-postal/manifest';
import type { DocumentStore } from '#shared/ports/document-store';
import type { HandOver } from '#shared/ports/hand-over';
import type { Sealer } from '#shared/ports/sealer';

interface HandOverPorts {
  readonly client: S3Client;
  readonly bucket: string;
  /** Without a slash at its end; may be empty. */
  readonly prefix: string;
  /** Account that owns the bucket: where another does, nothing is put. Absent: the hub's own. */
  readonly owner?: string | undefined;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly sealer: Pick<Sealer, 'sha256'>;
}

/** Letters that are under way at once: as many lie in memory, and no more. */
const AT_ONCE = 4;

/**
 * Batches under `prefix/batchId/`: a file for each letter, and last `manifest.json`. What lies there already stays as it is.
 * A document that is missing or changed is a fault, and its batch never gets a manifest.
 */
export function makeS3HandOver({ client, bucket, prefix, owner, documents, sealer }: HandOverPorts): HandOver {
  return {
    deliver: async (batch, letters) => {
      const folder = [prefix, batch.batchId].filter((part) => part !== '').join('/');
      for (let start = 0; start < letters.length; start += AT_ONCE)
        await Promise.all(letters.slice(start, start + AT_ONCE).map(async (letter) => bring(folder, letter)));
      const manifest = new TextEncoder().encode(manifestOf(batch, letters));
      await putOnce(`${folder}/manifest.json`, manifest, 'application/json');
      return { untaken: [], left: 0 };
    },
  };

  async function bring(folder: string, { letterId, documentKey, sha256 }: Letter): Promise<void> {
    const document = await documents.read(documentKey);
    if (!document || sealer.sha256(document.bytes) !== sha256)
      throw new Error('the document of a letter is missing or changed');
    await putOnce(`${folder}/${letterId}.pdf`, document.bytes, 'application/pdf');
  }

  async function putOnce(Key: string, Body: Uint8Array, ContentType: string): Promise<void> {
    try {
      const place = { Bucket: bucket, ExpectedBucketOwner: owner };
      await client.send(new PutObjectCommand({ ...place, Key, Body, ContentType, IfNoneMatch: '*' }));
    } catch (fault) {
      if (!isThereAlready(fault)) throw fault;
    }
  }
}

/** 412. A 409 says that somebody is putting it at this very moment: a fault, after which the next run finds it there. */
function isThereAlready(fault: unknown): boolean {
  return fault instanceof S3ServiceException && fault.name === 'PreconditionFailed';
}
