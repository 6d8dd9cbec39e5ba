import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { OVERHEAD, decrypt, encrypt } from '#shared/adapters/crypto/aes';
import type { KeyRing } from '#shared/adapters/crypto/key-ring';
import { type Sealer, keyOfPart, monthOf } from '#shared/ports/sealer';

const CONTENT_KEY_BYTES = 32;
const WRAPPED_KEY_BYTES = CONTENT_KEY_BYTES + OVERHEAD;

/** Inflated content is never larger than this: a guard against a bomb, far above what intake lets in. */
const MOST_INFLATED = 4 * 1024 * 1024;

/**
 * Both parts of a content in one piece, which names the month once: its length and name; the length of the identity in two
 * bytes, and the identity; the wrapped key of the words, and the words.
 */
export function contentSealing(keyOf: KeyRing): Pick<Sealer, 'sealContent' | 'openContent'> {
  return {
    sealContent: async ({ tenantId, at, context, words, identity }) => {
      const name = monthOf(tenantId, at);
      const [wordsKey, identityKey] = await Promise.all([
        keyOf(keyOfPart('words', name)),
        keyOf(keyOfPart('identity', name)),
      ]);
      const contentKey = randomBytes(CONTENT_KEY_BYTES);
      const who = encrypt(identityKey, identityContext(context), deflateRawSync(identity));
      return Buffer.concat([
        Buffer.of(name.length),
        Buffer.from(name),
        lengthOf(who),
        who,
        encrypt(wordsKey, `key/${context}`, contentKey),
        encrypt(contentKey, context, deflateRawSync(words)),
      ]);
    },

    openContent: async (part, context, sealed) => {
      const { name, who, wrapped, said } = partsOf(Buffer.from(sealed));
      const key = await keyOf(keyOfPart(part, name));
      if (part === 'identity') return inflated(decrypt(key, identityContext(context), who));
      const contentKey = decrypt(key, `key/${context}`, wrapped);
      return inflated(decrypt(contentKey, context, said));
    },
  };
}

function partsOf(bytes: Buffer) {
  const nameEnd = 1 + (bytes[0] ?? 0);
  const whoAt = nameEnd + 2;
  const wrappedAt = whoAt + bytes.readUInt16BE(nameEnd);
  const saidAt = wrappedAt + WRAPPED_KEY_BYTES;
  return {
    name: bytes.subarray(1, nameEnd).toString(),
    who: bytes.subarray(whoAt, wrappedAt),
    wrapped: bytes.subarray(wrappedAt, saidAt),
    said: bytes.subarray(saidAt),
  };
}

/** Throws above 64 KB, which no name or address reaches. */
function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return length;
}

function inflated(deflated: Uint8Array): string {
  return inflateRawSync(deflated, { maxOutputLength: MOST_INFLATED }).toString();
}

function identityContext(context: string): string {
  return `identity/${context}`;
}
