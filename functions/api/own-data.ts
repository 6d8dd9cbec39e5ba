import { accessCalls } from '#functions/_shell/calls/own-data';
import { erasureCalls } from '#functions/_shell/calls/erasures';
import { exportCalls } from '#functions/_shell/calls/export';
import { ownRequestCalls } from '#functions/_shell/calls/own-requests';
import { dynamo } from '#functions/_shell/clients';
import { fileDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { personCaller } from '#functions/_shell/person-caller';
import { sealer } from '#functions/_shell/sealer';
import {
  mandateStore,
  messageStores,
  ownDataStores,
  programmeStore,
  recipientStores,
  tenantStore,
} from '#functions/_shell/stores';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { ownDataConfig } from '#shared/contracts/config/own-data';
import { makePowers } from '#shared/flow/mandate/powers';
import type { CertificatePress } from '#shared/ports/certificate-press';

const config = ownDataConfig.parse(process.env);
const common = { sealer: sealer(config), clock: systemClock };
let press: Promise<CertificatePress> | undefined;

const stores = { ...messageStores(config), ...recipientStores(config), ...ownDataStores(config) };
const registers = makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer });

const ports = {
  ...stores,
  tenants: tenantStore(config),
  programme: programmeStore(config),
  ...common,
  ids: systemIds,
  nudger: nudger(config),
  people: registers.people,
  powers: makePowers({ ...stores, ...common, ...registers, mandates: mandateStore(config) }),
  certificates: async () =>
    (press ??= import('#functions/_shell/certificates').then((it) => it.openCertificates(config.FONTS))),
  prepareUpload: async () => undefined,
  ownDataOnBehalf: config.MANDATE_THEMES.includes('OWN_DATA'),
};

const caller = personCaller(config);

export const handler = fileDoor('own-data', [
  ...accessCalls(ports, caller),
  ...ownRequestCalls(ports, caller),
  ...exportCalls(ports, caller),
  ...erasureCalls(ports, caller),
]);
