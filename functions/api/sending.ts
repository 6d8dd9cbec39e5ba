import { sendingCalls } from '#functions/_shell/calls/sending';
import { documentStore, uploadParser } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { messageStores, recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { sendingConfig } from '#shared/contracts/config/sending';
import { makePrepareUpload } from '#shared/flow/prepare-upload';

const config = sendingConfig.parse(process.env);
const stores = { ...messageStores(config), ...recipientStores(config) };
const common = { sealer: sealer(config), clock: systemClock };

const ports = {
  ...stores,
  ...common,
  prepareUpload: makePrepareUpload({ ...stores, ...common, documents: documentStore(config), parser: uploadParser }),
  settings: settings(config),
  ids: systemIds,
  nudger: nudger(config),
};

export const handler = httpDoor('sending', sendingCalls(ports, systemCaller(config)));
