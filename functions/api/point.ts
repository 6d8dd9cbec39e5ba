import { deskConsentCalls } from '#functions/_shell/calls/point/consent';
import { deskMandateCalls } from '#functions/_shell/calls/point/mandates';
import { deskMatterCalls } from '#functions/_shell/calls/point/matters';
import { visitCalls } from '#functions/_shell/calls/point/visits';
import { dynamo } from '#functions/_shell/clients';
import { httpDoor } from '#functions/_shell/http-door';
import { nationalRegister } from '#functions/_shell/national-register';
import { nudger } from '#functions/_shell/nudger';
import { deskCaller, officialCaller } from '#functions/_shell/official-caller';
import { sealer } from '#functions/_shell/sealer';
import { mandateStore, ownDataStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { makeDynamoTallies } from '#shared/adapters/dynamodb/tallies';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { pointConfig } from '#shared/contracts/config/point';
import { makePowers } from '#shared/flow/mandate/powers';
import { makeServeVisitor } from '#shared/flow/service-point/serve-visitor';

const config = pointConfig.parse(process.env);
const common = { sealer: sealer(config), clock: systemClock, ids: systemIds };
const registers = makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer });
const stores = {
  ...recipientStores(config),
  ...ownDataStores(config),
  ...registers,
  mandates: mandateStore(config),
  tenants: tenantStore(config),
  tallies: makeDynamoTallies({ client: dynamo(), tableName: config.OWN_DATA_TABLE }),
};
const national = nationalRegister(config.MANDATE_REGISTER, common.sealer);

const ports = {
  ...stores,
  ...common,
  powers: makePowers({ ...stores, ...common, national }),
  themes: config.MANDATE_THEMES,
  nudger: nudger(config),
};

const serve = makeServeVisitor({ ...ports, looksADay: config.OFFICIAL_LOOKS_A_DAY });
const caller = officialCaller(config);
const counter = { desk: deskCaller(caller, serve), enter: serve.enter };

export const handler = httpDoor('point', [
  ...visitCalls(serve, caller),
  ...deskConsentCalls(ports, counter),
  ...deskMandateCalls(ports, counter),
  ...deskMatterCalls(ports, counter),
]);
