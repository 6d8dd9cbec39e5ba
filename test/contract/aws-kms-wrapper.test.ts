import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeyRing } from '#shared/adapters/crypto/key-ring';
import { makeKmsWrapper } from '#shared/adapters/crypto/kms-wrapper';
import { makeMemoryKeyStore } from '#shared/adapters/memory/key-store';

const client = new KMSClient({ region: 'eu-north-1' });
const kms = mockClient(client);
const wrapper = makeKmsWrapper(client, 'key-1');
const NAME = 'tenant/esimerkkikaupunki/2026-11';
const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);
const WRAPPED = Uint8Array.of(9, 9, 9);

describe('keys wrapped by KMS', () => {
  beforeEach(() => {
    kms.reset();
    kms.on(EncryptCommand).resolves({ CiphertextBlob: WRAPPED });
    kms.on(DecryptCommand).resolves({ Plaintext: KEY });
  });

  it('are bound to their name on the way in', async () => {
    expect(await wrapper.wrap(NAME, KEY)).toEqual(WRAPPED);
    expect(kms).toHaveReceivedCommandExactlyOnceWith(EncryptCommand, {
      KeyId: 'key-1',
      Plaintext: KEY,
      EncryptionContext: { name: NAME },
    });
  });

  it('are bound to their name on the way out, and to the key they were wrapped with', async () => {
    expect(await wrapper.unwrap(NAME, WRAPPED)).toEqual(KEY);
    expect(kms).toHaveReceivedCommandExactlyOnceWith(DecryptCommand, {
      KeyId: 'key-1',
      CiphertextBlob: WRAPPED,
      EncryptionContext: { name: NAME },
    });
  });

  it('are a fault when KMS answers without bytes', async () => {
    kms.on(EncryptCommand).resolves({});
    kms.on(DecryptCommand).resolves({});
    await expect(wrapper.wrap(NAME, KEY)).rejects.toThrow('without bytes');
    await expect(wrapper.unwrap(NAME, WRAPPED)).rejects.toThrow('without bytes');
  });

  it('are unwrapped once in the life of a process', async () => {
    const keyOf = makeKeyRing({ store: makeMemoryKeyStore(), wrapper });
    const keys = await Promise.all([keyOf(NAME), keyOf(NAME)]);
    expect(keys).toEqual([KEY, KEY]);
    expect(await keyOf(NAME)).toEqual(KEY);
    expect(kms).toHaveReceivedCommandTimes(DecryptCommand, 1);
  });

  it('are asked for again after KMS could not be reached', async () => {
    kms.on(DecryptCommand).rejectsOnce(new Error('out of reach')).resolves({ Plaintext: KEY });
    const keyOf = makeKeyRing({ store: makeMemoryKeyStore(), wrapper });
    await expect(keyOf(NAME)).rejects.toThrow('out of reach');
    expect(await keyOf(NAME)).toEqual(KEY);
  });

  it('stay the ones that were put first when two processes make a key at once', async () => {
    const store = makeMemoryKeyStore();
    await store.putIfAbsent(NAME, Uint8Array.of(1));
    const racing = { read: async () => undefined, putIfAbsent: store.putIfAbsent.bind(store) };
    await makeKeyRing({ store: racing, wrapper })(NAME);
    expect(kms).toHaveReceivedCommandWith(DecryptCommand, { CiphertextBlob: Uint8Array.of(1) });
  });
});
