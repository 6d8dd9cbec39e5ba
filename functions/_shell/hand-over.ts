import { documentStore } from '#functions/_shell/documents';
import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { sha256 } from '#shared/adapters/crypto/sha256';
import { handOverPlace } from '#shared/contracts/config/parts';
import type { HandOver } from '#shared/ports/hand-over';

interface HandOverConfig {
  /** `none`, or `s3:bucket/prefix@account`. */
  readonly HAND_OVER: string;
  readonly DOCUMENTS: string;
}

/** Brings batches where they are wanted; nothing where providers fetch by themselves. The client is loaded with the first. */
export function handOverTo(config: HandOverConfig): HandOver | undefined {
  const place = handOverPlace(config.HAND_OVER);
  if (!place) return undefined;
  let opening: Promise<HandOver> | undefined;
  const open = async () => {
    const [{ S3Client }, { makeS3HandOver }] = await Promise.all([
      import('@aws-sdk/client-s3'),
      import('#shared/adapters/print/s3-hand-over'),
    ]);
    const client = new S3Client({});
    return makeS3HandOver({ client, ...place, documents: documentStore(config), sealer: { sha256 } });
  };
  return {
    deliver: async (batch: Batch, letters: readonly Letter[]) => (await (opening ??= open())).deliver(batch, letters),
  };
}
