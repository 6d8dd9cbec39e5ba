import type { Answer } from '#functions/_shell/http';
import { sha256 } from '#shared/adapters/crypto/sha256';
import type { DocumentStore } from '#shared/ports/document-store';

interface StoredFile {
  readonly documentKey: string;
  readonly mediaType: string;
  /** As its sender named it. */
  readonly filename: string;
  /** Of a file that must go out as it was taken in. */
  readonly sha256?: string;
}

/** Answers with a file, to be saved under its own name. */
export function makeFileAnswer(documents: DocumentStore) {
  return async function fileAnswer({ documentKey, mediaType, filename, sha256: wanted }: StoredFile): Promise<Answer> {
    const stored = await documents.read(documentKey);
    if (!stored) throw new Error('a document that is referred to is missing');
    if (wanted !== undefined && sha256(stored.bytes) !== wanted) throw new Error('a document has changed');
    const headers = {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodedName(filename)}`,
    };
    return { status: 200, headers, bytes: stored.bytes };
  };
}

/** As RFC 8187 writes a name in a header. */
function encodedName(filename: string): string {
  return encodeURIComponent(filename.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
