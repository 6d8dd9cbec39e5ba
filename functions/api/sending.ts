import { dynamo } from '#functions/_shell/clients';
import { sendingCalls } from '#functions/_shell/calls/sending';
import { documentStore, uploadParser } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { sendingConfig } from '#shared/contracts/config/sending';
import { makePrepareUpload } from '#shared/flow/prepare-upload';

const config = sendingConfig.parse(process.env);
const seals = sealer(config);
const stores = { ...messageStores(config), ...recipientStores(config) };
const common = { sealer: seals, clock: systemClock };
const registers = makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals });

let found: ReturnType<typeof openAgents> | undefined;
const agents = async () => (found ??= openAgents());

/** Asked only of who can not be reached, so that a start does not load it. */
async function openAgents() {
  const { agentsIn } = await import('#functions/_shell/agents');
  return agentsIn(config, { ...registers, ...stores, ...common });
}

const ports = {
  ...stores,
  ...common,
  prepareUpload: makePrepareUpload({ ...stores, ...common, documents: documentStore(config), parser: uploadParser }),
  ...registers,
  powers: { holdersFor: async (principal: string) => (await agents()).holdersFor(principal) },
  settings: settings(config),
  ids: systemIds,
  nudger: nudger(config),
};

export const handler = httpDoor('sending', sendingCalls(ports, systemCaller(config)));
