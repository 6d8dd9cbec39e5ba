import { documentStore, examinePdf, uploadParser } from '#functions/_shell/documents';
import type { PrepareUpload } from '#shared/flow/intake/find-documents';
import { type PrepareUploadPorts, makePrepareUpload } from '#shared/flow/intake/prepare-upload';

/** Reads an upload that a call names before its worker has. */
export function preparingWith(
  config: { readonly DOCUMENTS: string },
  ports: Pick<PrepareUploadPorts, 'attachments' | 'sealer' | 'clock'>,
): PrepareUpload {
  const looks = { parser: uploadParser, examinePdf };
  return makePrepareUpload({ ...ports, ...looks, documents: documentStore(config) });
}
