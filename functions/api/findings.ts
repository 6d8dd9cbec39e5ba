import { findingCalls } from '#functions/_shell/calls/findings';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { findingsConfig } from '#shared/contracts/config/findings';

const config = findingsConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...recipientStores(config),
  tenants: tenantStore(config),
  sealer: sealer(config),
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
};

export const handler = httpDoor('findings', findingCalls(ports, systemCaller(config)));
