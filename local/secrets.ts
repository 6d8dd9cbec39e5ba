import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import * as z from 'zod/mini';
import { newSigningPem } from '#shared/adapters/crypto/local-signer';
import { newSigningKey, publicKeySet } from '#shared/adapters/credentials/local-issuer';

export interface LocalSecrets {
  /** Path of the master key that protects every other key. */
  readonly masterKey: string;
  /** Path of the key that signs access tokens of systems. */
  readonly systemSigningKey: string;
  readonly systemKeySet: string;
  /** Signs tokens of people: stands for a provider of strong identification. */
  readonly personSigningKey: JWK;
  readonly personKeySet: string;
  /** Signs tokens of officials: stands for the issuer of their organisations. */
  readonly officialSigningKey: JWK;
  readonly officialKeySet: string;
  /** Path of the key that signs the daily roots of the evidence, as PEM. */
  readonly rootSigningKey: string;
}

const jwk = z.looseObject({ kty: z.string() });

/** Keys of a single machine, made once and kept in the data folder, readable to its owner only. */
export async function localSecrets(folder: string): Promise<LocalSecrets> {
  const masterKey = join(folder, 'master.key');
  if (!existsSync(masterKey)) keep(masterKey, randomBytes(32));
  const systemSigningKey = join(folder, 'systems.jwk');
  const personKeyFile = join(folder, 'people.jwk');
  const personSigningKey = await signingKey(personKeyFile);
  const officialSigningKey = await signingKey(join(folder, 'officials.jwk'));
  const rootSigningKey = join(folder, 'roots.pem');
  if (!existsSync(rootSigningKey)) keep(rootSigningKey, newSigningPem());
  return {
    masterKey,
    rootSigningKey,
    systemSigningKey,
    systemKeySet: publicKeySet(await signingKey(systemSigningKey)),
    personSigningKey,
    personKeySet: publicKeySet(personSigningKey),
    officialSigningKey,
    officialKeySet: publicKeySet(officialSigningKey),
  };
}

async function signingKey(file: string): Promise<JWK> {
  if (!existsSync(file)) keep(file, JSON.stringify(await newSigningKey()));
  return jwk.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function keep(file: string, secret: string | Uint8Array): void {
  writeFileSync(file, secret, { mode: 0o600 });
  chmodSync(file, 0o600);
}
