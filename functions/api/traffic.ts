import { costCalls } from '#functions/_shell/calls/costs';
import { trafficCalls } from '#functions/_shell/calls/traffic';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { programmeStore } from '#functions/_shell/stores';
import { countingPorts } from '#functions/_shell/traffic';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { trafficConfig } from '#shared/contracts/config/traffic';

const config = trafficConfig.parse(process.env);

const ports = {
  ...countingPorts(config),
  rows: programmeStore(config),
  clock: systemClock,
};

export const handler = httpDoor('traffic', [
  ...trafficCalls(ports, programmeCaller(config)),
  ...costCalls(ports, systemCaller(config)),
]);
