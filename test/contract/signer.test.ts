import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKmsSigner } from '#shared/adapters/crypto/kms-signer';
import { makeLocalSigner, newSigningPem } from '#shared/adapters/crypto/local-signer';
import { verifySignature } from '#shared/adapters/crypto/verify-signature';
import type { Signer } from '#shared/ports/signer';

const client = new KMSClient({ region: 'eu-north-1' });
const kms = mockClient(client);
const PEM = newSigningPem();

/** What KMS does with an asymmetric key, by a key of our own. It signs a digest, as node:crypto signs its text. */
function kmsInMemory(texts: readonly string[]): void {
  const key = createPrivateKey(PEM);
  kms.reset();
  kms.on(GetPublicKeyCommand).resolves({
    PublicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }),
  });
  kms.on(SignCommand).callsFake(({ Message }) => {
    const text = texts.find((each) => createHash('sha256').update(each).digest().equals(Message)) ?? '';
    return { Signature: sign('sha256', Buffer.from(text), key) };
  });
}

const TEXT = '{"day":"2026-11-23","tree":"ä"}';

describe.each<[string, () => Signer]>([
  ['a key file', () => makeLocalSigner(PEM)],
  ['KMS', () => makeKmsSigner(client, 'key-1')],
])('Signer: %s', (_, make) => {
  beforeEach(() => {
    kmsInMemory([TEXT]);
  });

  it('signs what anybody can verify with the public key', async () => {
    const signer = make();
    const signed = { text: TEXT, publicKey: await signer.publicKey(), value: await signer.sign(TEXT) };
    expect(verifySignature(signed)).toBe(true);
    expect(verifySignature({ ...signed, text: `${TEXT} ` })).toBe(false);
  });

  it('gives the same public key each time', async () => {
    const signer = make();
    expect(await signer.publicKey()).toBe(await signer.publicKey());
  });
});

describe('signing by KMS', () => {
  beforeEach(() => {
    kmsInMemory([TEXT]);
  });

  it('sends a digest and asks for ECDSA over SHA-256', async () => {
    await makeKmsSigner(client, 'key-1').sign(TEXT);
    expect(kms).toHaveReceivedCommandExactlyOnceWith(SignCommand, {
      KeyId: 'key-1',
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
  });

  it('asks for the public key once, and again after KMS could not be reached', async () => {
    const PublicKey = Uint8Array.of(1);
    kms.on(GetPublicKeyCommand).rejectsOnce(new Error('out of reach')).resolves({ PublicKey });
    const signer = makeKmsSigner(client, 'key-1');
    await expect(signer.publicKey()).rejects.toThrow('out of reach');
    expect([await signer.publicKey(), await signer.publicKey()]).toEqual(['AQ', 'AQ']);
    expect(kms).toHaveReceivedCommandTimes(GetPublicKeyCommand, 2);
  });

  it('is a fault when KMS answers without bytes', async () => {
    kms.on(SignCommand).resolves({});
    await expect(makeKmsSigner(client, 'key-1').sign(TEXT)).rejects.toThrow('without bytes');
  });
});

describe('verifying', () => {
  const signer = makeLocalSigner(PEM);

  it('takes no signature in which one character was changed', async () => {
    const [publicKey, value] = [await signer.publicKey(), await signer.sign(TEXT)];
    const flips = fc.tuple(
      fc.integer({ min: 0, max: value.length - 1 }),
      fc.constantFrom('A', 'Q', 'g', 'w', '_', '-', 'z', '9'),
    );
    fc.assert(
      fc.property(flips, ([at, sign]) => {
        const changed = value.slice(0, at) + sign + value.slice(at + 1);
        expect(verifySignature({ text: TEXT, publicKey, value: changed })).toBe(changed === value);
      }),
    );
  });

  it('takes no key of another kind or form for one, and does not throw', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
    const value = await signer.sign(TEXT);
    for (const publicKey of [other.toString('base64url'), '', 'AQ', 'not base64 at all'])
      expect(verifySignature({ text: TEXT, publicKey, value })).toBe(false);
  });
});
