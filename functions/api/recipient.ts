import { choiceCalls } from '#functions/_shell/calls/choices';
import { shownOfferCalls } from '#functions/_shell/calls/consent-offers';
import { folderCalls } from '#functions/_shell/calls/folders';
import { mandateCalls } from '#functions/_shell/calls/mandates';
import { threadCalls } from '#functions/_shell/calls/threads';
import { recipientCalls } from '#functions/_shell/calls/recipient';
import { dynamo } from '#functions/_shell/clients';
import { documentStore, examinePdf, uploadParser } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { nationalRegister } from '#functions/_shell/national-register';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { reactivating } from '#functions/_shell/reactivating';
import { sealer } from '#functions/_shell/sealer';
import { rulesChosen } from '#functions/_shell/settings';
import { mandateStore, messageStores, ownDataStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { recipientConfig } from '#shared/contracts/config/recipient';
import { makePowers } from '#shared/flow/mandate/powers';
import { makePrepareUpload } from '#shared/flow/intake/prepare-upload';

const config = recipientConfig.parse(process.env);
const stores = {
  ...messageStores(config),
  ...recipientStores(config),
  ...ownDataStores(config),
  mandates: mandateStore(config),
  tenants: tenantStore(config),
};
const common = { sealer: sealer(config), clock: systemClock };
const registers = makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer });

const ports = {
  ...stores,
  ...common,
  prepareUpload: makePrepareUpload({
    ...stores,
    ...common,
    documents: documentStore(config),
    parser: uploadParser,
    examinePdf,
  }),
  ...registers,
  powers: makePowers({ ...stores, ...common, ...registers }),
  themes: config.MANDATE_THEMES,
  ids: systemIds,
  nudger: nudger(config),
  settings: rulesChosen(config),
};

const caller = reactivating(personCaller(config), ports);
const national = nationalRegister(config.MANDATE_REGISTER, common.sealer);
const mandatePorts = { ...ports, powers: makePowers({ ...ports, national }) };

export const handler = httpDoor('recipient', [
  ...recipientCalls(ports, caller),
  ...folderCalls(ports, caller),
  ...threadCalls(ports, caller),
  ...choiceCalls(ports, caller),
  ...mandateCalls(mandatePorts, caller),
  ...shownOfferCalls(ports, caller),
]);
