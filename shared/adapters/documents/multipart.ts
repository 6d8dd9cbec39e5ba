import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import { cleanFileName } from '#shared/domain/attachments/file-name';
import type { UploadedFile } from '#shared/ports/upload-parser';

/** The parts of a multipart/form-data body. */
export interface Parts {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly UploadedFile[];
}

/**
 * Takes a multipart/form-data body apart, in any order of its parts.
 *
 * @param filePart name of the parts that hold files; any other is a field, whatever a client puts there
 * @returns `undefined` when it is broken or has no end
 * @see RFC 7578
 */
export async function partsOf(
  { contentType, body }: { readonly contentType: string; readonly body: Uint8Array },
  filePart: string,
): Promise<Parts | undefined> {
  const parser = reader(contentType, filePart);
  if (!parser) return undefined;
  return new Promise((resolve) => {
    const fields = new Map<string, string>();
    const files: UploadedFile[] = [];
    const fail = () => {
      resolve(undefined);
    };
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (...[, stream, filename, , declared]) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => files.push({ filename: cleanFileName(filename), declared, bytes: Buffer.concat(chunks) }));
    });
    parser.on('error', fail);
    parser.on('finish', () => {
      resolve({ fields, files });
    });
    parser.end(Buffer.from(body));
  });
}

/** More parts than any client sends. */
const MOST_PARTS = 20;

/** Bytes of the longest field: 40 000 characters of any script. */
const LONGEST_FIELD = 160_000;

function reader(contentType: string, filePart: string): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { parts: MOST_PARTS, fileSize: MAX_UPLOAD_BYTES, fieldSize: LONGEST_FIELD + 1, headerPairs: 50 },
      isPartAFile: (name) => name === filePart,
    });
  } catch {
    return undefined;
  }
}
