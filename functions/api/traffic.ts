import { trafficCalls } from '#functions/_shell/calls/traffic';
import { dynamo } from '#functions/_shell/clients';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { countingPorts } from '#functions/_shell/traffic';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { systemClock } from '#shared/adapters/system/clock';
import { trafficConfig } from '#shared/contracts/config/traffic';

const config = trafficConfig.parse(process.env);

const ports = {
  ...countingPorts(config),
  rows: makeDynamoProgrammeRows({ client: dynamo(), tableName: config.PROGRAMME_TABLE }),
  clock: systemClock,
};

export const handler = httpDoor('traffic', trafficCalls(ports, programmeCaller(config)));
