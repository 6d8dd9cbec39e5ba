import { accessCalls } from '#functions/_shell/calls/own-data';
import { ownRequestCalls } from '#functions/_shell/calls/own-requests';
import { fileDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, ownDataStores, programmeStore, recipientStores, tenantStore } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { ownDataConfig } from '#shared/contracts/config/own-data';

const config = ownDataConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...recipientStores(config),
  ...ownDataStores(config),
  tenants: tenantStore(config),
  programme: programmeStore(config),
  sealer: sealer(config),
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
  prepareUpload: async () => undefined,
  ownDataOnBehalf: config.OWN_DATA_ON_BEHALF === 'on',
};

const caller = personCaller(config);

export const handler = fileDoor('own-data', [...accessCalls(ports, caller), ...ownRequestCalls(ports, caller)]);
