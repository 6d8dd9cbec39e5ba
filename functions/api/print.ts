import { printCalls } from '#functions/_shell/calls/print';
import { dynamo } from '#functions/_shell/clients';
import { documentStore, examinePdf } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { providerCaller } from '#functions/_shell/provider-caller';
import { providerGate } from '#functions/_shell/provider-gate';
import { sealer } from '#functions/_shell/sealer';
import { messageStores } from '#functions/_shell/stores';
import { makeDynamoBatches } from '#shared/adapters/dynamodb/batches';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { printConfig } from '#shared/contracts/config/print';

const config = printConfig.parse(process.env);

const ports = {
  deliveries: messageStores(config).deliveries,
  shelf: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  batches: makeDynamoBatches({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  postalGates: providerGate(config),
  documents: documentStore(config),
  examinePdf,
  sealer: sealer(config),
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
};

export const handler = httpDoor('print', printCalls(ports, providerCaller(config)));
