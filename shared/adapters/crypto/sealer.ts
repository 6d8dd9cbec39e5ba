import { createHmac, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { OVERHEAD, decrypt, encrypt } from '#shared/adapters/crypto/aes';
import type { KeyRing } from '#shared/adapters/crypto/key-ring';
import type { ReadVersions } from '#shared/adapters/crypto/live-versions';
import { fingerprint, sha256 } from '#shared/adapters/crypto/sha256';
import type { DigestPurpose, IdHash, Sealer } from '#shared/ports/sealer';

const CONTENT_KEY_BYTES = 32;
const WRAPPED_KEY_BYTES = CONTENT_KEY_BYTES + OVERHEAD;

/** Inflated content is never larger than this: a guard against a bomb, far above what intake lets in. */
const MOST_INFLATED = 4 * 1024 * 1024;

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

    sealContent: async ({ key, context, text }) => {
      const contentKey = randomBytes(CONTENT_KEY_BYTES);
      const name = Buffer.from(key);
      const wrapped = encrypt(await keyOf(key), `key/${context}`, contentKey);
      return Buffer.concat([Buffer.of(name.length), name, wrapped, encrypt(contentKey, context, deflateRawSync(text))]);
    },

    openContent: async (context, sealed) => {
      const bytes = Buffer.from(sealed);
      const nameEnd = 1 + (bytes[0] ?? 0);
      const name = bytes.subarray(1, nameEnd).toString();
      const contentKey = decrypt(
        await keyOf(name),
        `key/${context}`,
        bytes.subarray(nameEnd, nameEnd + WRAPPED_KEY_BYTES),
      );
      const deflated = decrypt(contentKey, context, bytes.subarray(nameEnd + WRAPPED_KEY_BYTES));
      return inflateRawSync(deflated, { maxOutputLength: MOST_INFLATED }).toString();
    },

    sealText: async ({ key, context, text }) =>
      `${key}:${encrypt(await keyOf(key), context, Buffer.from(text)).toString('base64url')}`,

    openText: async (context, sealed) => {
      const [name = '', body = ''] = sealed.split(':');
      return decrypt(await keyOf(name), context, Buffer.from(body, 'base64url')).toString();
    },
  };
}
