import type * as z from 'zod/mini';
import { agentsIn } from '#functions/_shell/agents';
import { dynamo } from '#functions/_shell/clients';
import { gatheringNudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import type { deciding } from '#shared/contracts/config/parts';

/** An environment as its parts are read. */
type Read<Parts extends Readonly<Record<string, z.ZodMiniType>>> = {
  readonly [Name in keyof Parts]: z.infer<Parts[Name]>;
};

/** What every worker is handed that may decide where a delivery goes. */
export function decidingPorts(config: Read<typeof deciding>) {
  const seals = sealer(config);
  const ports = {
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
  return { ...ports, powers: agentsIn(config, ports) };
}
