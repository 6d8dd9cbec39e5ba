import { reportCalls } from '#functions/_shell/calls/reports';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeCaller } from '#functions/_shell/programme-caller';
import { reportStores } from '#functions/_shell/reports';
import { sealer } from '#functions/_shell/sealer';
import { reportsConfig } from '#shared/contracts/config/reports';

const config = reportsConfig.parse(process.env);

const ports = { ...reportStores(config), sealer: sealer(config), reportLink: config.REPORT_LINK };

export const handler = httpDoor('reports', reportCalls(ports, programmeCaller(config, { strangers: true })));
