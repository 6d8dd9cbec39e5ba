import { dynamo } from '#functions/_shell/clients';
import type { Authenticate } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { makeSystemTokenVerifier } from '#shared/adapters/credentials/system-token-verifier';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import type { SystemId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { ok, refuse } from '#shared/kernel/result';

interface CallerConfig {
  readonly TENANTS_TABLE: string;
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
  readonly SYSTEM_ISSUER: string;
  readonly SYSTEM_JWKS: string;
}

/**
 * Systems of authorities: by access token, with or without the word Bearer before it, or by API key. Whose messages they
 * see follows from here and from nothing they write.
 *
 * @see suomifi-messages-notes.md section 2
 */
export function systemCaller(config: CallerConfig): Authenticate<SendingSystem> {
  const tenants = makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock });
  const verifier = makeSystemTokenVerifier({ issuer: config.SYSTEM_ISSUER, jwks: config.SYSTEM_JWKS }, systemClock);
  const digests = sealer(config);

  return async ({ headers }) => {
    const token = tokenIn(headers['authorization']);
    const id = token === undefined ? await byKey(headers['x-api-key']) : await byToken(token);
    const system = id && (await tenants.system(id));
    return system ? ok(system) : refuse({ kind: 'unauthorized' });
  };

  async function byToken(token: string): Promise<SystemId | undefined> {
    const verified = await verifier.verify(token);
    return verified.ok ? verified.value : undefined;
  }

  async function byKey(key: string | undefined): Promise<SystemId | undefined> {
    if (key === undefined || key === '') return undefined;
    const holder = await tenants.holderOf(await digests.digest('api-key', key));
    return holder?.type === 'system' ? holder.systemId : undefined;
  }
}

/** The token of an Authorization header: published clients send it bare or after Bearer. */
export function tokenIn(header: string | undefined): string | undefined {
  const token = header?.replace(/^Bearer\s+/i, '').trim();
  return token === '' ? undefined : token;
}
