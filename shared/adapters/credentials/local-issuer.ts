import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type JWK, SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod/mini';
import { makeSystemTokenVerifier } from '#shared/adapters/credentials/system-token-verifier';
import { passwordFault } from '#shared/adapters/credentials/password-rule';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import type { SystemId } from '#shared/domain/message/ids';
import { ok, refuse } from '#shared/kernel/result';
import { type Clock, SECOND, after, millisecondsOf } from '#shared/kernel/time';
import type { SystemCredentials } from '#shared/ports/system-credentials';

interface LocalIssuerOptions {
  readonly client: DynamoDBDocumentClient;
  /** Table `tenants`: pk = `password#` and the system id, sk = `password`. */
  readonly tableName: string;
  readonly issuer: string;
  /** Private key as JWK, the public one among it. */
  readonly signingKey: JWK;
  readonly clock: Clock;
}

/** Life of an access token in seconds, as Cognito's default. */
const LIFETIME = 3600;
const ALGORITHM = 'EdDSA';

const passwordItem = z.object({ salt: z.string(), hash: z.string() });
const derive = promisify<string, string, number, Buffer>(scrypt);

/** Makes a signing key for an issuer of the hub's own. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: ALGORITHM, kid: randomBytes(8).toString('hex') };
}

/** The public half of a signing key, as a JSON Web Key Set. */
export function publicKeySet({ kty, crv, x, alg, kid }: JWK): string {
  return JSON.stringify({ keys: [{ kty, crv, x, alg, kid, use: 'sig' }] });
}

/** Issues access tokens to systems where there is no Cognito: a single machine. Passwords are kept as scrypt hashes. */
export function makeLocalIssuer({
  client,
  tableName,
  issuer,
  signingKey,
  clock,
}: LocalIssuerOptions): SystemCredentials {
  const readItem = makeReadItem(client, tableName);
  const verifier = makeSystemTokenVerifier({ issuer, jwks: publicKeySet(signingKey) }, clock);

  return {
    signIn: async (username, password) => {
      if (!(await isRight(username, password))) return refuse({ kind: 'wrong-credentials' });
      const issuedAt = clock();
      const accessToken = await new SignJWT({
        username,
        token_use: 'access',
        jti: randomBytes(12).toString('base64url'),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: signingKey.kid })
        .setIssuer(issuer)
        .setSubject(username)
        .setIssuedAt(Math.floor(millisecondsOf(issuedAt) / SECOND))
        .setExpirationTime(Math.floor(millisecondsOf(after(issuedAt, LIFETIME * SECOND)) / SECOND))
        .sign(await importJWK(signingKey, ALGORITHM));
      return ok({ accessToken, expiresIn: LIFETIME });
    },

    changePassword: async ({ accessToken, currentPassword, newPassword }) => {
      const system = await verifier.verify(accessToken);
      if (!system.ok) return system;
      if (!(await isRight(system.value, currentPassword))) return refuse({ kind: 'wrong-credentials' });
      const fault = passwordFault(newPassword);
      if (fault !== undefined) return refuse({ kind: 'password-refused', rule: fault });
      await store(system.value, newPassword);
      return ok(undefined);
    },

    enrol: store,
  };

  async function isRight(username: string, password: string): Promise<boolean> {
    const item = await readItem(keyOf(username));
    const { salt, hash } = item ? passwordItem.parse(item) : UNKNOWN;
    return timingSafeEqual(await derive(password, salt, 32), Buffer.from(hash, 'base64url')) && item !== undefined;
  }

  async function store(system: SystemId, password: string): Promise<void> {
    const salt = randomBytes(16).toString('base64url');
    const hash = (await derive(password, salt, 32)).toString('base64url');
    await client.send(new PutCommand({ TableName: tableName, Item: { ...keyOf(system), salt, hash } }));
  }
}

/** An unknown name costs the same time as a wrong password. */
const UNKNOWN = { salt: 'unknown', hash: Buffer.alloc(32).toString('base64url') };

function keyOf(system: string) {
  return { pk: `password#${system}`, sk: 'password' };
}
