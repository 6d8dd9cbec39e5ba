import { personCaller } from '#functions/_shell/person-caller';
import { sealer } from '#functions/_shell/sealer';
import { recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeUploadAuthorizer } from '#functions/_shell/upload-authorizer';
import { systemIds } from '#shared/adapters/system/ids';
import { uploadConfig } from '#shared/contracts/config/upload';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';

const config = uploadConfig.parse(process.env);

export const handler = makeUploadAuthorizer({
  system: systemCaller(config),
  person: personCaller(config),
  recipients: makeRecipientIds({ ...recipientStores(config), sealer: sealer(config) }),
  ids: systemIds,
});
