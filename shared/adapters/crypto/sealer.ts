import { createHmac } from 'node:crypto';
import { decrypt, encrypt } from '#shared/adapters/crypto/aes';
import { contentSealing } from '#shared/adapters/crypto/content-sealing';
import type { KeyRing } from '#shared/adapters/crypto/key-ring';
import type { ReadVersions } from '#shared/adapters/crypto/live-versions';
import { fingerprint, sha256 } from '#shared/adapters/crypto/sha256';
import type { DigestPurpose, IdHash, Sealer } from '#shared/ports/sealer';

/** Which key of the ring a digest is made with. Ids of messages rest on `permanent`, which is never rotated. */
const DIGEST_KEYS: Readonly<Record<DigestPurpose, string>> = {
  slot: 'digest/permanent',
  'external-id': 'digest/permanent',
  body: 'digest/permanent',
  'api-key': 'digest/credentials',
  credentials: 'digest/credentials',
  official: 'digest/credentials',
  'feed-token': 'digest/tokens',
  'consent-offer': 'digest/tokens',
  'email-code': 'digest/tokens',
  matter: 'digest/permanent',
  'report-link': 'digest/tokens',
  'visit-form': 'digest/tokens',
  'consent-feed': 'digest/permanent',
};

/** Keys that nothing but the hub itself names: most starts ask for one of them first and for others soon after. */
export const STANDING_KEYS: readonly string[] = [...new Set(Object.values(DIGEST_KEYS)), 'recipients'];

const FIRST_ALONE: ReadVersions = async () => ({ current: 1, previousFirst: false });

/** Sealer over a ring of keys: AES-256-GCM, HMAC-SHA-256, deflate. */
export function makeSealer(keyOf: KeyRing, liveVersions: ReadVersions = FIRST_ALONE): Sealer {
  const hashUnder = async (version: number, id: string): Promise<IdHash> => ({
    version,
    hash: createHmac('sha256', await keyOf(`digest/recipient-${version}`))
      .update(`recipient\n${id}`)
      .digest('hex'),
  });

  return {
    hashesOf: async (id) => {
      const { current, previous, previousFirst } = await liveVersions();
      return {
        current: await hashUnder(current, id),
        previous: previous === undefined ? undefined : await hashUnder(previous, id),
        previousFirst,
      };
    },

    prepareVersion: async (version) => {
      await keyOf(`digest/recipient-${version}`);
    },

    digest: async (purpose, text) =>
      createHmac('sha256', await keyOf(DIGEST_KEYS[purpose]))
        .update(`${purpose}\n${text}`)
        .digest('hex'),

    keyedHash: (key, text) => createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex'),

    sha256,

    fingerprint,

    ...contentSealing(keyOf),

    sealText: async ({ key, context, text }) =>
      `${key}:${encrypt(await keyOf(key), context, Buffer.from(text)).toString('base64url')}`,

    openText: async (context, sealed) => {
      const [name = '', body = ''] = sealed.split(':');
      return decrypt(await keyOf(name), context, Buffer.from(body, 'base64url')).toString();
    },
  };
}
