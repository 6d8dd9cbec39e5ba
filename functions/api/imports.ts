import { importCalls } from '#functions/_shell/calls/imports';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { serviceCatalogue } from '#functions/_shell/service-catalogue';
import { programmeStore, tenantStore } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { importsConfig } from '#shared/contracts/config/imports';
import { fieldProblems } from '#shared/contracts/field-problems';
import { programmeRegisters } from '#shared/flow/programme/programme-registers';

const config = importsConfig.parse(process.env);
const rows = programmeStore(config);

const ports = { rows, ids: systemIds, clock: systemClock };
const registers = programmeRegisters({
  ...ports,
  tenants: tenantStore(config),
  catalogue: serviceCatalogue(config, rows),
  explain: fieldProblems,
});

export const handler = httpDoor('imports', importCalls(ports, registers, programmeCaller(config)));
