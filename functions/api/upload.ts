import { personCaller } from '#functions/_shell/person-caller';
import { recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeUploadAuthorizer } from '#functions/_shell/upload-authorizer';
import { systemIds } from '#shared/adapters/system/ids';
import { uploadConfig } from '#shared/contracts/config/upload';

const config = uploadConfig.parse(process.env);

export const handler = makeUploadAuthorizer({
  system: systemCaller(config),
  person: personCaller(config),
  aliases: recipientStores(config).aliases,
  ids: systemIds,
});
