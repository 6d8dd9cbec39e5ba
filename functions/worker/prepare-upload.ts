import * as z from 'zod/mini';
import { documentStore, examinePdf, uploadParser } from '#functions/_shell/documents';
import { queueWorker } from '#functions/_shell/queue-worker';
import { sealer } from '#functions/_shell/sealer';
import { messageStores } from '#functions/_shell/stores';
import { systemClock } from '#shared/adapters/system/clock';
import { prepareUploadConfig } from '#shared/contracts/config/prepare-upload';
import { makePrepareUpload, uploadAt } from '#shared/flow/intake/prepare-upload';
import { ok } from '#shared/kernel/result';

const config = prepareUploadConfig.parse(process.env);

const prepareUpload = makePrepareUpload({
  attachments: messageStores(config).attachments,
  documents: documentStore(config),
  parser: uploadParser,
  examinePdf,
  sealer: sealer(config),
  clock: systemClock,
});

/** The part of an S3 notification that names the objects. */
const created = z.object({
  Records: z.optional(z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) }))),
});

export const handler = queueWorker({
  step: 'prepare-upload',
  body: created,
  work: async ({ Records = [] }) => {
    const uploads = Records.map(({ s3 }) => uploadAt(decodeURIComponent(s3.object.key)));
    return ok(await Promise.all(uploads.map(({ owner, id }) => prepareUpload(owner, id))));
  },
  retryOn: [],
});
