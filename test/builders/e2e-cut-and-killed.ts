import { SENDING, systemOne } from '#test/builders/e2e-authority';
import type { Bucket } from '#test/builders/e2e-bucket';
import { PAULA, multichannel } from '#test/builders/e2e-bodies';
import { type HubProcess, startHub } from '#test/builders/e2e-hub';
import { sandboxOf } from '#test/builders/e2e-sandbox';

/** Tells when a hub that cuts batches is to be killed. */
export type Moment = (bucket: Bucket, kill: () => void) => void;

/** Milliseconds after a batch is brought, when the next is being cut. */
export const afterManifest =
  (ms: number): Moment =>
  (bucket, kill) => {
    bucket.onPut((key) => {
      if (isManifest(key)) setTimeout(kill, ms);
      return 'kept';
    });
  };

/** While the file of this number is on its way: before it has arrived, or after, unanswered. */
export const atFile =
  (number: number, fate: 'lost' | 'unanswered'): Moment =>
  (bucket, kill) => {
    let files = 0;
    bucket.onPut((key) => {
      files += isManifest(key) ? 0 : 1;
      if (files !== number) return 'kept';
      kill();
      return fate;
    });
  };

/** While a manifest is on its way. */
export const atManifest =
  (fate: 'lost' | 'unanswered'): Moment =>
  (bucket, kill) => {
    bucket.onPut((key) => {
      if (!isManifest(key)) return 'kept';
      kill();
      return fate;
    });
  };

export function isManifest(key: string): boolean {
  return key.endsWith('/manifest.json');
}

interface Cutting {
  readonly folder: string;
  readonly bucket: Bucket;
  readonly lettersOfABatch: number;
}

/** A hub that cuts batches and brings them to the bucket. Its clock stands still until it is pushed. */
export async function startCuttingHub({ folder, bucket, lettersOfABatch }: Cutting): Promise<HubProcess> {
  return startHub({
    folder,
    env: {
      BATCHES: '23:00',
      BATCH_LETTERS: String(lettersOfABatch),
      HAND_OVER: 's3:printer/letters',
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
    },
  });
}

/** Sends letters, every second with a page of its own before the document, until all wait. @returns the message ids */
export async function sendLetters(hub: HubProcess, count: number): Promise<readonly number[]> {
  const city = systemOne(hub);
  const file = await city.upload();
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1)
    ids.push(await city.send(SENDING.multichannel, multichannel({ to: PAULA, file, addressPage: i % 2 === 0 })));
  await sandboxOf(hub).settle();
  return ids;
}

/** Calls for the cut and kills the hub at the moment. @returns whether it was still at work then */
export async function cutAndKill(hub: HubProcess, bucket: Bucket, moment: Moment): Promise<boolean> {
  const cut = sandboxOf(hub)
    .advance('PT10M')
    .then(
      () => false,
      () => true,
    );
  await Promise.race([
    new Promise<void>((kill) => {
      moment(bucket, kill);
    }),
    cut,
  ]);
  await hub.end('SIGKILL');
  bucket.onPut(() => 'kept');
  return cut;
}
