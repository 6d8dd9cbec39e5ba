import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { faultOf, log } from '#functions/_shell/log';
import { GATHER } from '#functions/_shell/nudger';
import { queueWorker } from '#functions/_shell/queue-worker';
import { programmeStore } from '#functions/_shell/stores';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { readFonts } from '#shared/adapters/print/fonts';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { orderPrintConfig } from '#shared/contracts/config/order-print';
import { deliveryId } from '#shared/domain/message/ids';
import { makeLetterInserts } from '#shared/flow/delivery-postal/letter-inserts';
import { makeOrderPrint } from '#shared/flow/delivery-postal/order-print';
import { SECOND } from '#shared/kernel/time';

const config = orderPrintConfig.parse(process.env);

/** Longest a letter waits for the words that the hub adds to it, once in a while. */
const PATIENCE = 2 * SECOND;

const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };
const ports = decidingPorts(config);
const insertsFor = makeLetterInserts({
  ...ports,
  programme: programmeStore(config),
  patience: async () => wait(PATIENCE, undefined, { ref: false }),
  onFault: (fault) => {
    log({ level: 'warn', event: 'inserts-unread', step: 'order-print', fault: faultOf(fault) });
  },
});

const orderPrint = makeOrderPrint({
  ...ports,
  insertsFor,
  documents: documentStore(config),
  press: makeLetterPress({ fonts: readFonts(config.FONTS) }),
  examinePdf,
  printHouse: makeDynamoLetterShelf(letters),
  postalGates: makeDynamoPostalGates({ ...letters, gather: GATHER }),
  brings: config.HAND_OVER !== 'none',
});

export const handler = queueWorker({
  step: 'order-print',
  body: z.strictObject({ id: deliveryId }),
  work: async ({ id }) => orderPrint(id),
  retryOn: ['version-conflict'],
});
