import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { orderPrintConfig } from '#shared/contracts/config/order-print';
import { deliveryId } from '#shared/domain/message/ids';
import { makeOrderPrint } from '#shared/flow/order-print';

const config = orderPrintConfig.parse(process.env);

const orderPrint = makeOrderPrint({
  ...decidingPorts(config),
  documents: documentStore(config),
  press: makeLetterPress({ fonts: readFonts(config.FONTS) }),
  printHouse: makeDynamoLetterShelf({ client: dynamo(), tableName: config.LETTERS_TABLE }),
});

export const handler = queueWorker({
  step: 'order-print',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => orderPrint(id),
  retryOn: ['version-conflict'],
});
