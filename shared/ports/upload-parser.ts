import type { UploadFault } from '#shared/domain/attachments/attachment';
import type { Result } from '#shared/kernel/result';

/** The file in a multipart/form-data body. */
export interface UploadedFile {
  readonly filename?: string;
  /** Media type the part declares; parts without one count as text/plain. */
  readonly declared?: string;
  readonly bytes: Uint8Array;
}

export interface UploadBroken {
  readonly kind: 'upload-broken';
  readonly fault: UploadFault;
}

/** Reads multipart/form-data in every form real clients send. */
export interface UploadParser {
  /** @param contentType the header with its boundary */
  parse(contentType: string, body: Uint8Array): Promise<Result<UploadedFile, UploadBroken>>;
}
