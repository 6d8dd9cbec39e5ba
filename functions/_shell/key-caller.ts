import { dynamo } from '#functions/_shell/clients';
import type { HttpRequest } from '#functions/_shell/http';
import { sealer } from '#functions/_shell/sealer';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import type { KeyHolder } from '#shared/domain/tenancy/tenant';

export interface KeyConfig {
  readonly TENANTS_TABLE: string;
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
}

/** Whom the key in `x-api-key` stands for. */
export function keyCaller(config: KeyConfig): (request: HttpRequest) => Promise<KeyHolder | undefined> {
  const tenants = makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock });
  const digests = sealer(config);
  return async ({ headers }) => {
    const key = headers['x-api-key'] ?? '';
    return key === '' ? undefined : tenants.holderOf(await digests.digest('api-key', key));
  };
}
