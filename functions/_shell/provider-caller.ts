import { dynamo } from '#functions/_shell/clients';
import type { Authenticate } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import { ok, refuse } from '#shared/kernel/result';

interface ProviderConfig {
  readonly TENANTS_TABLE: string;
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
}

export interface PrintProvider {
  readonly name: string;
}

/** Print providers, by the key in `x-api-key`. */
export function providerCaller(config: ProviderConfig): Authenticate<PrintProvider> {
  const tenants = makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock });
  const digests = sealer(config);
  return async ({ headers }) => {
    const key = headers['x-api-key'] ?? '';
    const holder = key === '' ? undefined : await tenants.holderOf(await digests.digest('api-key', key));
    return holder?.type === 'print-provider' ? ok({ name: holder.name }) : refuse({ kind: 'unauthorized' });
  };
}
