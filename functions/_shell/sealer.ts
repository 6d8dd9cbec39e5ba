import { readFileSync } from 'node:fs';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamo } from '#functions/_shell/clients';
import { type KeyRing, type KeyWrapper, makeKeyRing } from '#shared/adapters/crypto/key-ring';
import { makeKmsWrapper } from '#shared/adapters/crypto/kms-wrapper';
import { type ReadVersions, makeLiveVersions } from '#shared/adapters/crypto/live-versions';
import { makeLocalWrapper } from '#shared/adapters/crypto/local-wrapper';
import { STANDING_KEYS, makeSealer } from '#shared/adapters/crypto/sealer';
import { makeDynamoKeyRotations } from '#shared/adapters/dynamodb/key-rotations';
import { makeDynamoKeyStore } from '#shared/adapters/dynamodb/key-store';
import { systemClock } from '#shared/adapters/system/clock';
import type { KeyRotations } from '#shared/ports/key-rotations';
import type { Sealer } from '#shared/ports/sealer';

interface KeyConfig {
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
}

let ring: KeyRing | undefined;
let versions: ReadVersions | undefined;

/** Sealer over the table of keys; one ring for the process, so a key is fetched once. */
export function sealer(config: KeyConfig): Sealer {
  ring ??= makeKeyRing({
    store: makeDynamoKeyStore({ client: dynamo(), tableName: config.KEYS_TABLE }),
    wrapper: keyWrapper(config.KEY_PROTECTION),
    standing: STANDING_KEYS,
  });
  versions ??= makeLiveVersions(keyRotations(config), systemClock);
  return makeSealer(ring, versions);
}

/** Which version of the key makes the hashes of ids. */
export function keyRotations({ KEYS_TABLE }: Pick<KeyConfig, 'KEYS_TABLE'>): KeyRotations {
  return makeDynamoKeyRotations({ client: dynamo(), tableName: KEYS_TABLE });
}

/** What protects keys at rest. @param protection as KEY_PROTECTION has it */
export function keyWrapper(protection: string): KeyWrapper {
  const [kind, place] = split(protection);
  return kind === 'kms' ? makeKmsWrapper(new KMSClient({}), place) : makeLocalWrapper(readFileSync(place));
}

function split(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
