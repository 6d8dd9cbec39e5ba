import { assistantCalls, proposalCalls, searchCalls } from '#functions/_shell/calls/support';
import { supportImportCalls } from '#functions/_shell/calls/support-imports';
import { supportRowCalls } from '#functions/_shell/calls/support-rows';
import { dynamo } from '#functions/_shell/clients';
import { anybody, httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { programmeStore } from '#functions/_shell/stores';
import { makeDynamoTallies } from '#shared/adapters/dynamodb/tallies';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { supportConfig } from '#shared/contracts/config/support';
import { makeKnownDirectory } from '#shared/flow/digital-support/find-support';
import { supportRows } from '#shared/flow/digital-support/support-rows';

const config = supportConfig.parse(process.env);

const table = { client: dynamo(), tableName: config.PROGRAMME_TABLE };
const ports = {
  rows: supportRows(programmeStore(config)),
  tallies: makeDynamoTallies(table),
  ids: systemIds,
  clock: systemClock,
  assistant: { on: config.ASSISTANT === 'on', owner: config.ASSISTANT_OWNER },
};
const directory = makeKnownDirectory(ports);
const callers = { programme: programmeCaller(config), anybody };

export const handler = httpDoor('support', [
  ...searchCalls(ports, callers, directory),
  ...proposalCalls(ports, callers, directory),
  ...supportRowCalls(ports, callers, directory),
  ...supportImportCalls(ports, callers, directory),
  ...assistantCalls(ports, callers, directory),
]);
