import { choiceCalls } from '#functions/_shell/calls/choices';
import { shownOfferCalls } from '#functions/_shell/calls/consent-offers';
import { recipientCalls } from '#functions/_shell/calls/recipient';
import { dynamo } from '#functions/_shell/clients';
import { documentStore, uploadParser } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { noPowers } from '#functions/_shell/powers';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { recipientConfig } from '#shared/contracts/config/recipient';
import { makePrepareUpload } from '#shared/flow/prepare-upload';

const config = recipientConfig.parse(process.env);
const stores = { ...messageStores(config), ...recipientStores(config), tenants: tenantStore(config) };
const common = { sealer: sealer(config), clock: systemClock };

const ports = {
  ...stores,
  ...common,
  prepareUpload: makePrepareUpload({ ...stores, ...common, documents: documentStore(config), parser: uploadParser }),
  people: makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer }).people,
  powers: noPowers,
  ids: systemIds,
  nudger: nudger(config),
};

const caller = personCaller(config);

export const handler = httpDoor('recipient', [
  ...recipientCalls(ports, caller),
  ...choiceCalls(ports, caller),
  ...shownOfferCalls(ports, caller),
]);
