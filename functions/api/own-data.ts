import { ownDataCalls } from '#functions/_shell/calls/own-data';
import { fileDoor } from '#functions/_shell/http-door';
import { personCaller } from '#functions/_shell/person-caller';
import { sealer } from '#functions/_shell/sealer';
import { ownDataStores } from '#functions/_shell/stores';
import { ownDataConfig } from '#shared/contracts/config/own-data';

const config = ownDataConfig.parse(process.env);

const ports = { ...ownDataStores(config), sealer: sealer(config) };

export const handler = fileDoor('own-data', ownDataCalls(ports, personCaller(config)));
