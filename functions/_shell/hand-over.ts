import { documentStore } from '#functions/_shell/documents';
import type { HandOverConfig } from '#functions/_shell/relay';
import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { sha256 } from '#shared/adapters/crypto/sha256';
import { handOverPlace } from '#shared/contracts/config/parts';
import type { HandOver } from '#shared/ports/hand-over';
import type { Sealer } from '#shared/ports/sealer';

/** Brings batches where they are wanted; nothing where providers fetch by themselves. What it takes is loaded with the first. */
export function handOverTo(config: HandOverConfig, sealer: Sealer): HandOver | undefined {
  if (config.HAND_OVER === 'none') return undefined;
  let opening: Promise<HandOver> | undefined;
  const open = async () => (config.HAND_OVER.startsWith('s3:') ? openBucket(config) : openRelay(config, sealer));
  return {
    deliver: async (batch: Batch, letters: readonly Letter[]) => (await (opening ??= open())).deliver(batch, letters),
  };
}

async function openBucket(config: HandOverConfig): Promise<HandOver> {
  const place = handOverPlace(config.HAND_OVER);
  if (!place) throw new Error('batches are brought to no bucket');
  const [{ S3Client }, { makeS3HandOver }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('#shared/adapters/print/s3-hand-over'),
  ]);
  const client = new S3Client({});
  return makeS3HandOver({ client, ...place, documents: documentStore(config), sealer: { sha256 } });
}

async function openRelay(config: HandOverConfig, sealer: Sealer): Promise<HandOver> {
  const { openRelayHandOver } = await import('#functions/_shell/relay');
  return openRelayHandOver(config, sealer);
}
