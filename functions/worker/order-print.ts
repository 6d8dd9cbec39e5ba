import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { gatheringNudger } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { orderPrintConfig } from '#shared/contracts/config/order-print';
import { deliveryId } from '#shared/domain/message/ids';
import { makeOrderPrint } from '#shared/flow/order-print';

const config = orderPrintConfig.parse(process.env);
const seals = sealer(config);

const orderPrint = makeOrderPrint({
  ...messageStores(config),
  ...recipientStores(config),
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  tenants: tenantStore(config),
  documents: documentStore(config),
  press: makeLetterPress({ fonts: readFonts(config.FONTS) }),
  printHouse: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
  sealer: seals,
  settings: settings(config),
  ids: systemIds,
  nudger: gatheringNudger(config),
  clock: systemClock,
});

export const handler = queueWorker({
  step: 'order-print',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => orderPrint(id),
  retryOn: ['version-conflict'],
});
