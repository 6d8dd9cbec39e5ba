import { dynamo } from '#functions/_shell/clients';
import { gatheringNudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';

type Config<Of extends (config: never) => unknown> = Parameters<Of>[0];

type DecidingConfig = Config<typeof messageStores> &
  Config<typeof recipientStores> &
  Config<typeof tenantStore> &
  Config<typeof sealer> &
  Config<typeof settings> &
  Config<typeof gatheringNudger> & { readonly REGISTERS_TABLE: string };

/** What every worker is handed that may decide where a delivery goes. */
export function decidingPorts(config: DecidingConfig) {
  const seals = sealer(config);
  return {
    ...messageStores(config),
    ...recipientStores(config),
    ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
    tenants: tenantStore(config),
    sealer: seals,
    settings: settings(config),
    ids: systemIds,
    nudger: gatheringNudger(config),
    clock: systemClock,
  };
}
