import { pageCalls } from '#functions/_shell/calls/pages/all';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { fileDoor } from '#functions/_shell/http-door';
import { nationalRegister } from '#functions/_shell/national-register';
import { nudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { rulesChosen } from '#functions/_shell/settings';
import { signInProvider } from '#functions/_shell/sign-in';
import {
  mandateStore,
  messageStores,
  ownDataStores,
  programmeStore,
  recipientStores,
  tenantStore,
} from '#functions/_shell/stores';
import { placeOf } from '#functions/_shell/visits/page-answer';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { systemSecrets } from '#shared/adapters/system/secrets';
import { pagesConfig } from '#shared/contracts/config/pages';
import { makePowers } from '#shared/flow/mandate/powers';
import type { CertificatePress } from '#shared/ports/certificate-press';

const config = pagesConfig.parse(process.env);
let press: Promise<CertificatePress> | undefined;
const common = { sealer: sealer(config), clock: systemClock };
const { people, businesses } = makeOwnRegisters({
  client: dynamo(),
  tableName: config.REGISTERS_TABLE,
  sealer: common.sealer,
});

const registers = { ...recipientStores(config), ...common, people, businesses, mandates: mandateStore(config) };

const ports = {
  ...messageStores(config),
  ...registers,
  ...ownDataStores(config),
  powers: makePowers({ ...registers, national: nationalRegister(config.MANDATE_REGISTER, common.sealer) }),
  themes: config.MANDATE_THEMES,
  tenants: tenantStore(config),
  programme: programmeStore(config),
  certificates: async () =>
    (press ??= import('#functions/_shell/certificates').then((it) => it.openCertificates(config.FONTS))),
  ownDataOnBehalf: false,
  documents: documentStore(config),
  ids: systemIds,
  secrets: systemSecrets,
  nudger: nudger(config),
  settings: rulesChosen(config),
  provider: signInProvider(config),
  // Files that come with a form are kept at once: nothing lies unprepared.
  prepareUpload: async () => undefined,
};

export const handler = fileDoor('pages', pageCalls(ports, placeOf(config)));
