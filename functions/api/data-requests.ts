import { receivedRequestCalls } from '#functions/_shell/calls/data-requests';
import { httpDoor } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, ownDataStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { dataRequestsConfig } from '#shared/contracts/config/data-requests';

const config = dataRequestsConfig.parse(process.env);

const ports = { ...messageStores(config), ...ownDataStores(config), sealer: sealer(config), clock: systemClock };

export const handler = httpDoor('data-requests', receivedRequestCalls(ports, systemCaller(config)));
