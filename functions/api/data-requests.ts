import { receivedRequestCalls } from '#functions/_shell/calls/data-requests';
import { httpDoor } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, ownDataStores, recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { dataRequestsConfig } from '#shared/contracts/config/data-requests';

const config = dataRequestsConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...ownDataStores(config),
  gates: recipientStores(config).gates,
  sealer: sealer(config),
  ids: systemIds,
  clock: systemClock,
};

export const handler = httpDoor('data-requests', receivedRequestCalls(ports, systemCaller(config)));
