import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OVERHEAD, decrypt, encrypt } from '#shared/adapters/crypto/aes';
import { type KeyStore, type KeyWrapper, makeKeyRing } from '#shared/adapters/crypto/key-ring';
import { makeLocalWrapper } from '#shared/adapters/crypto/local-wrapper';
import { makeSealer } from '#shared/adapters/crypto/sealer';
import { sha256 } from '#shared/adapters/crypto/sha256';
import {
  type ContentPart,
  type DigestPurpose,
  type Sealer,
  identityMonth,
  monthOf,
  tenantMonth,
} from '#shared/ports/sealer';
import { NOON, TENANT } from '#test/builders/messages';

const CONTEXT = 'message/abc';
const PURPOSES: readonly DigestPurpose[] = [
  'matter',
  'slot',
  'report-link',
  'external-id',
  'body',
  'api-key',
  'feed-token',
  'credentials',
  'official',
  'consent-feed',
];

function memoryStore(kept = new Map<string, Uint8Array>()): KeyStore {
  return {
    read: async (name) => kept.get(name),
    putIfAbsent: async (name, wrapped) => {
      const standing = kept.get(name) ?? wrapped;
      kept.set(name, standing);
      return standing;
    },
  };
}

const master = (fill: number) => new Uint8Array(32).fill(fill);
const sealerOver = (store: KeyStore, wrapper: KeyWrapper = makeLocalWrapper(master(1))) =>
  makeSealer(makeKeyRing({ store, wrapper }));
const flipped = (bytes: Uint8Array, bit: number) => {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
};

describe('sealed content', () => {
  const sealer = sealerOver(memoryStore());
  const order = { tenantId: TENANT, at: NOON, context: CONTEXT, words: 'salaisuus', identity: '010280-952L' };
  const PARTS: readonly ContentPart[] = ['words', 'identity'];
  const opened = async (by: Sealer, context: string, sealed: Uint8Array) =>
    Promise.all(PARTS.map(async (part) => by.openContent(part, context, sealed)));

  it('opens as it was, part by part, for a hub that starts again over the same keys', async () => {
    const kept = new Map<string, Uint8Array>();
    const [before, after] = [sealerOver(memoryStore(kept)), sealerOver(memoryStore(kept))];
    const text = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(text, text, fc.string(), async (words, identity, context) => {
        const sealed = await before.sealContent({ ...order, words, identity, context });
        expect(await opened(after, context, sealed)).toEqual([words, identity]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(PARTS)('opens its %s for no other message', async (part) => {
    const sealed = await sealer.sealContent(order);
    await expect(sealer.openContent(part, 'message/abd', sealed)).rejects.toThrow();
    await expect(sealer.openContent(part, '', sealed)).rejects.toThrow();
  });

  it.each(PARTS)('opens its %s with no other key', async (part) => {
    const sealed = await sealer.sealContent(order);
    await expect(sealerOver(memoryStore()).openContent(part, CONTEXT, sealed)).rejects.toThrow();
  });

  it.each(PARTS)('opens its %s with no other key of the same hub', async (part) => {
    const other = monthOf(TENANT, '2026-12-01T00:00:00.000Z');
    expect(other.length).toBe(monthOf(TENANT, NOON).length);
    const sealed = Buffer.from(await sealer.sealContent(order));
    sealed.write(other, 1);
    await expect(sealer.openContent(part, CONTEXT, sealed)).rejects.toThrow();
  });

  it.each([
    { lost: tenantMonth(TENANT, NOON), gone: 'words', left: 'identity' },
    { lost: identityMonth(TENANT, NOON), gone: 'identity', left: 'words' },
  ] as const)('has its $left left when $lost is destroyed', async ({ lost, gone, left }) => {
    const kept = new Map<string, Uint8Array>();
    const sealed = await sealerOver(memoryStore(kept)).sealContent(order);
    expect(kept.delete(lost)).toBe(true);
    const after = sealerOver(memoryStore(kept));
    expect(await after.openContent(left, CONTEXT, sealed)).toBe(order[left]);
    await expect(after.openContent(gone, CONTEXT, sealed)).rejects.toThrow();
  });

  it('opens whole with no bit changed and no byte cut off', async () => {
    const sealed = await sealer.sealContent(order);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.byteLength * 8 - 1), async (bit) => {
        await expect(opened(sealer, CONTEXT, flipped(sealed, bit))).rejects.toThrow();
        await expect(opened(sealer, CONTEXT, sealed.subarray(0, Math.floor(bit / 8)))).rejects.toThrow();
      }),
    );
  });

  it('looks like nothing it holds, and never twice the same', async () => {
    const words = 'Hyvä vastaanottaja '.repeat(20);
    const [one, two] = await Promise.all([
      sealer.sealContent({ ...order, words }),
      sealer.sealContent({ ...order, words }),
    ]);
    for (const held of ['vastaanottaja', order.identity]) expect(Buffer.from(one).includes(held)).toBe(false);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    expect(one.byteLength).toBeLessThan(words.length);
  });

  it('of more than four mebibytes is never inflated, however small it is sealed', async () => {
    const most = 4 * 1024 * 1024;
    const seal = (length: number) => sealer.sealContent({ ...order, words: 'a'.repeat(length) });
    expect(await sealer.openContent('words', CONTEXT, await seal(most))).toHaveLength(most);
    const bomb = await seal(most + 1);
    expect(bomb.byteLength).toBeLessThan(10_000);
    await expect(sealer.openContent('words', CONTEXT, bomb)).rejects.toThrow();
  });
});

describe('a sealed text', () => {
  const sealer = sealerOver(memoryStore());

  it('opens as it was, and can be printed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, context) => {
        const sealed = await sealer.sealText({ key: 'recipients', context, text });
        expect(sealed).toMatch(/^recipients:[A-Za-z0-9_-]+$/);
        expect(await sealer.openText(context, sealed)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('opens in no other place, with no other key and with nothing changed', async () => {
    const sealed = await sealer.sealText({ key: 'recipients', context: CONTEXT, text: 'tessa@example.fi' });
    const [, body = ''] = sealed.split(':');
    const bytes = Buffer.from(body, 'base64url');
    await expect(sealer.openText('message/abd', sealed)).rejects.toThrow();
    await expect(sealer.openText(CONTEXT, sealed.replace('recipients', 'registers'))).rejects.toThrow();
    await expect(sealerOver(memoryStore()).openText(CONTEXT, sealed)).rejects.toThrow();
    for (let bit = 0; bit < bytes.length * 8; bit += 7)
      await expect(
        sealer.openText(CONTEXT, `recipients:${Buffer.from(flipped(bytes, bit)).toString('base64url')}`),
      ).rejects.toThrow();
  });

  it.each(['', ':', 'recipients:', 'recipients', 'recipients:AAAA'])('is not %j', async (sealed) => {
    await expect(sealer.openText(CONTEXT, sealed)).rejects.toThrow();
  });
});

describe('a keyed hash', () => {
  const sealer = sealerOver(memoryStore());

  it('is the same for the same text and purpose, also after a restart', async () => {
    const kept = new Map<string, Uint8Array>();
    const one = await sealerOver(memoryStore(kept)).digest('api-key', '010280-952L');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await sealerOver(memoryStore(kept)).digest('api-key', '010280-952L')).toBe(one);
  });

  it('is another in another hub', async () => {
    expect(await sealerOver(memoryStore()).digest('api-key', 'x')).not.toBe(await sealer.digest('api-key', 'x'));
  });

  it('is another for each purpose', async () => {
    const digests = await Promise.all(PURPOSES.map((purpose) => sealer.digest(purpose, 'x')));
    expect(new Set(digests).size).toBe(PURPOSES.length);
  });

  it('of one purpose says nothing of a text that names another', async () => {
    const [slot, body] = await Promise.all([sealer.digest('slot', 'x'), sealer.digest('body', 'slot\nx')]);
    expect(slot).not.toBe(body);
  });

  it('with a key of somebody else is what they work out themselves (RFC 4231, case 2)', () => {
    const key = Buffer.from('Jefe').toString('hex');
    expect(sealer.keyedHash(key, 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is no plain hash', async () => {
    expect(await sealer.digest('body', 'x')).not.toBe(sealer.sha256('x'));
    expect(await sealer.digest('body', 'x')).not.toBe(sealer.sha256('body\nx'));
  });
});

describe('a plain hash', () => {
  it('is SHA-256 in hexadecimal digits, of text and of bytes', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([sha256('abc'), sha256(Buffer.from('abc'))]).toEqual([abc, abc]);
    expect(sealerOver(memoryStore()).sha256('abc')).toBe(abc);
  });
});

describe('a key', () => {
  const brokenOnce = (store: KeyStore): KeyStore => {
    const calls = { count: 0 };
    return {
      ...store,
      read: async (name) => {
        calls.count += 1;
        if (calls.count === 1) throw new Error('the store is away');
        return store.read(name);
      },
    };
  };

  it('is made once, of 32 bytes, however often it is asked for at the same time', async () => {
    const keyOf = makeKeyRing({ store: memoryStore(), wrapper: makeLocalWrapper(master(1)) });
    const keys = await Promise.all(Array.from({ length: 10 }, () => keyOf('a')));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
  });

  it('is the one that was put first, where two hubs make it at the same time', async () => {
    const store = memoryStore();
    const rings = [1, 2].map(() => makeKeyRing({ store, wrapper: makeLocalWrapper(master(1)) }));
    const [one, two] = await Promise.all(rings.map((keyOf) => keyOf('a')));
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  });

  it('is another under another name', async () => {
    const keyOf = makeKeyRing({ store: memoryStore(), wrapper: makeLocalWrapper(master(1)) });
    expect(Buffer.from(await keyOf('a')).equals(Buffer.from(await keyOf('b')))).toBe(false);
  });

  it('is asked for again after the store was away', async () => {
    const keyOf = makeKeyRing({ store: brokenOnce(memoryStore()), wrapper: makeLocalWrapper(master(1)) });
    await expect(keyOf('a')).rejects.toThrow('the store is away');
    expect(await keyOf('a')).toHaveLength(32);
  });

  it('of the hub itself is read along with the first one that is asked for, and no more', async () => {
    const kept = new Map<string, Uint8Array>();
    const [wrapper, standing] = [makeLocalWrapper(master(1)), ['b', 'c']];
    const before = makeKeyRing({ store: memoryStore(kept), wrapper });
    const made = await Promise.all(['a', 'b', 'c'].map(async (name) => before(name)));
    const reads: string[] = [];
    const store = memoryStore(kept);
    const counted = { ...store, read: async (name: string) => (reads.push(name), store.read(name)) };
    const keyOf = makeKeyRing({ store: counted, wrapper, standing });
    expect(await keyOf('a')).toEqual(made[0]);
    expect(reads.toSorted()).toEqual(['a', 'b', 'c']);
    expect([await keyOf('b'), await keyOf('c'), await keyOf('a')]).toEqual([made[1], made[2], made[0]]);
    expect(reads).toHaveLength(3);
  });

  it('that was read ahead in vain is read again when it is asked for', async () => {
    const wrapper = makeLocalWrapper(master(1));
    const store = memoryStore();
    const keyOf = makeKeyRing({ store, wrapper, standing: ['b'] });
    await keyOf('a');
    const elsewhere = await makeKeyRing({ store, wrapper })('b');
    expect(await keyOf('b')).toEqual(elsewhere);
    const away = makeKeyRing({ store: brokenOnce(store), wrapper, standing: ['b'] });
    await away('a');
    expect(await away('b')).toEqual(elsewhere);
  });

  it('lies in the store wrapped, and opens under its own name and master alone', async () => {
    const wrapper = makeLocalWrapper(master(1));
    const wrapped = await wrapper.wrap('a', master(7));
    expect(Buffer.from(wrapped).includes(Buffer.from(master(7)))).toBe(false);
    expect(Buffer.from(await wrapper.unwrap('a', wrapped)).equals(Buffer.from(master(7)))).toBe(true);
    await expect(wrapper.unwrap('b', wrapped)).rejects.toThrow();
    await expect(makeLocalWrapper(master(2)).unwrap('a', wrapped)).rejects.toThrow();
  });
});

describe('a cipher', () => {
  it('adds 28 bytes to what it hides', () => {
    const plain = Buffer.from('x');
    expect(OVERHEAD).toBe(28);
    expect(encrypt(master(1), CONTEXT, plain)).toHaveLength(plain.length + OVERHEAD);
    expect(decrypt(master(1), CONTEXT, encrypt(master(1), CONTEXT, plain)).equals(plain)).toBe(true);
  });

  it('takes no tag shorter than its own, not even of a text cut short', () => {
    for (const length of [4, 8, 12, 13, 14, 15])
      expect(() => decrypt(master(1), CONTEXT, new Uint8Array(length))).toThrow(/authentication tag length/);
  });
});
