import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { handOverTo } from '#functions/_shell/hand-over';
import { metric } from '#functions/_shell/log';
import { gatheringNudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores } from '#functions/_shell/stores';
import { makeDynamoBatches } from '#shared/adapters/dynamodb/batches';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { cutBatchesConfig } from '#shared/contracts/config/cut-batches';
import { makeCutBatches } from '#shared/flow/cut-batches';

const config = cutBatchesConfig.parse(process.env);
const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };

const seals = sealer(config);
const cutBatches = makeCutBatches({
  ...messageStores(config),
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  shelf: makeDynamoLetterShelf(letters),
  batches: makeDynamoBatches(letters),
  postalGates: makeDynamoPostalGates(letters),
  documents: documentStore(config),
  handOver: handOverTo(config, seals),
  sealer: seals,
  settings: settings(config),
  nudger: gatheringNudger(config),
  ids: systemIds,
  clock: systemClock,
});

export const handler = async (): Promise<void> => {
  const { batches, letters: count, left } = await cutBatches();
  metric('BatchesCut', batches, 'Count');
  metric('LettersCut', count, 'Count');
  metric('LettersLeft', left, 'Count');
};
