import { partsOf } from '#shared/adapters/documents/multipart';
import { MAX_UPLOAD_BYTES, type UploadFault } from '#shared/domain/attachments/attachment';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { UploadBroken, UploadParser, UploadedFile } from '#shared/ports/upload-parser';

/** The part that holds the file; any other part is passed over, whatever a client puts there. */
const FILE_PART = 'file';

/**
 * Reads multipart/form-data: a `file` part with or without a name, with or without a type, in any order with other parts.
 *
 * @see suomifi-messages-notes.md section 9, rule 5; RFC 7578
 */
export const multipartParser: UploadParser = {
  parse: async (contentType, body) => {
    if (body.byteLength > MAX_UPLOAD_BYTES)
      return broken(413, `HTTP content length exceeded ${MAX_UPLOAD_BYTES} bytes.`);
    if (!/^multipart\/form-data\s*;/i.test(contentType)) return broken(400, 'the body is not multipart/form-data');
    return fileIn(contentType, body);
  },
};

async function fileIn(contentType: string, body: Uint8Array): Promise<Result<UploadedFile, UploadBroken>> {
  const parts = await partsOf({ contentType, body }, FILE_PART);
  return parts ? fileAmong(parts.files) : broken(400, BROKEN);
}

const BROKEN = 'the multipart body is broken or has no end';

function fileAmong([file]: readonly UploadedFile[]): Result<UploadedFile, UploadBroken> {
  if (!file) return broken(400, `the body has no part named ${FILE_PART}`);
  return file.bytes.byteLength === 0 ? broken(400, 'the file is empty') : ok(file);
}

function broken(status: UploadFault['status'], rule: string) {
  return refuse({ kind: 'upload-broken' as const, fault: { status, rule } });
}
