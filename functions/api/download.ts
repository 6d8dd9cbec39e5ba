import { downloadCalls } from '#functions/_shell/calls/download';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { fileDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { providerCaller } from '#functions/_shell/provider-caller';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { noPowers } from '#shared/adapters/system/no-powers';
import { downloadConfig } from '#shared/contracts/config/download';

const config = downloadConfig.parse(process.env);

const ports = {
  ...messageStores(config),
  ...recipientStores(config),
  shelf: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  documents: documentStore(config),
  sealer: sealer(config),
  powers: noPowers,
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
};
const callers = { system: systemCaller(config), person: personCaller(config), provider: providerCaller(config) };

export const handler = fileDoor('download', downloadCalls(ports, callers));
