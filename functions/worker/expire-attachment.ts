import * as z from 'zod/mini';
import { documentStore } from '#functions/_shell/documents';
import { queueWorker } from '#functions/_shell/queue-worker';
import { messageStores } from '#functions/_shell/stores';
import { expireAttachmentConfig } from '#shared/contracts/config/expire-attachment';
import { attachmentId } from '#shared/domain/message/ids';
import { makeExpireAttachment } from '#shared/flow/intake/expire-attachment';
import { ok } from '#shared/kernel/result';

const config = expireAttachmentConfig.parse(process.env);

const expireAttachment = makeExpireAttachment({
  attachments: messageStores(config).attachments,
  documents: documentStore(config),
});

export const handler = queueWorker({
  step: 'expire-attachment',
  body: z.strictObject({ id: attachmentId }),
  work: async ({ id }) => {
    await expireAttachment(id);
    return ok(undefined);
  },
  retryOn: [],
});
