import { agentsIn } from '#functions/_shell/agents';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { handOverTo } from '#functions/_shell/hand-over';
import { metric } from '#functions/_shell/log';
import { gatheringNudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores } from '#functions/_shell/stores';
import { makeDynamoBatches } from '#shared/adapters/dynamodb/batches';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { cutBatchesConfig } from '#shared/contracts/config/cut-batches';
import { makeCutBatches } from '#shared/flow/delivery-postal/cut-batches';

/** Milliseconds that nudges are gathered in: a run takes minutes, and its letters are taken a hundred at a time. */
const GATHER = 100;

const config = cutBatchesConfig.parse(process.env);
const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };

const postalGates = makeDynamoPostalGates(letters);
const seals = sealer(config);
const asked = {
  ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
  aliases: recipientStores(config).aliases,
  sealer: seals,
  clock: systemClock,
};
const cutBatches = makeCutBatches({
  ...asked,
  ...messageStores(config),
  powers: agentsIn(config, asked),
  shelf: makeDynamoLetterShelf(letters),
  batches: makeDynamoBatches(letters),
  postalGates,
  documents: documentStore(config),
  handOver: handOverTo(config, seals),
  settings: settings(config),
  nudger: gatheringNudger(config, GATHER),
  ids: systemIds,
});

export const handler = async (): Promise<void> => {
  const { batches, letters: count, left, beyondLimits = 0 } = await cutBatches();
  metric('BatchesCut', batches, 'Count');
  metric('LettersCut', count, 'Count');
  metric('LettersLeft', left, 'Count');
  metric('LettersBeyondLimits', beyondLimits, 'Count');
  metric('PostalGateShut', (await postalGates.read()).open ? 0 : 1, 'Count');
};
