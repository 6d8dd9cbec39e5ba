import { downloadCalls } from '#functions/_shell/calls/download';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { fileDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { providerCaller } from '#functions/_shell/provider-caller';
import { providerGate } from '#functions/_shell/provider-gate';
import { sealer } from '#functions/_shell/sealer';
import { mandateStore, messageStores, ownDataStores, recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { downloadConfig } from '#shared/contracts/config/download';
import { makePowers } from '#shared/flow/mandate/powers';

const config = downloadConfig.parse(process.env);

const stores = { ...messageStores(config), ...recipientStores(config), ...ownDataStores(config) };
const common = { sealer: sealer(config), clock: systemClock };

const ports = {
  ...stores,
  ...common,
  shelf: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  postalGates: providerGate(config),
  documents: documentStore(config),
  powers: makePowers({
    ...stores,
    ...common,
    ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer }),
    mandates: mandateStore(config),
  }),
  ids: systemIds,
  nudger: nudger(config),
};
const callers = { system: systemCaller(config), person: personCaller(config), provider: providerCaller(config) };

export const handler = fileDoor('download', downloadCalls(ports, callers));
