import { registerCalls } from '#functions/_shell/calls/registers';
import { calendarCalls, planCalls } from '#functions/_shell/calls/transition';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { serviceCatalogue } from '#functions/_shell/service-catalogue';
import { programmeStore, tenantStore } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { programmeConfig } from '#shared/contracts/config/programme';

const config = programmeConfig.parse(process.env);
const rows = programmeStore(config);
const ports = {
  rows,
  tenants: tenantStore(config),
  catalogue: serviceCatalogue(config, rows),
  clock: systemClock,
};
const caller = programmeCaller(config);

export const handler = httpDoor('programme', [
  ...calendarCalls(ports, caller),
  ...planCalls(ports, caller),
  ...registerCalls(ports, caller),
]);
