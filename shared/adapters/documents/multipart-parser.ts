import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { MAX_UPLOAD_BYTES, type UploadFault } from '#shared/domain/attachments/attachment';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { UploadBroken, UploadParser, UploadedFile } from '#shared/ports/upload-parser';

/** The part that holds the file; any other part is passed over, whatever a client puts there. */
const FILE_PART = 'file';

/** More parts than any client sends. */
const MOST_PARTS = 20;

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
  const parser = reader(contentType);
  if (!parser) return broken(400, BROKEN);
  return new Promise((resolve) => {
    const found: UploadedFile[] = [];
    const fail = () => {
      resolve(broken(400, BROKEN));
    };
    parser.on('file', (...[, stream, filename, , declared]) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => found.push({ filename: cleanName(filename), declared, bytes: Buffer.concat(chunks) }));
    });
    parser.on('error', fail);
    parser.on('finish', () => {
      resolve(fileAmong(found));
    });
    parser.end(Buffer.from(body));
  });
}

const BROKEN = 'the multipart body is broken or has no end';

function fileAmong([file]: readonly UploadedFile[]): Result<UploadedFile, UploadBroken> {
  if (!file) return broken(400, `the body has no part named ${FILE_PART}`);
  return file.bytes.byteLength === 0 ? broken(400, 'the file is empty') : ok(file);
}

function reader(contentType: string): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { parts: MOST_PARTS, fileSize: MAX_UPLOAD_BYTES, fieldSize: 64 * 1024, headerPairs: 50 },
      isPartAFile: (name) => name === FILE_PART,
    });
  } catch {
    return undefined;
  }
}

/** The last part of a path, without control characters; absent when nothing is left. */
function cleanName(filename: string | undefined): string | undefined {
  const name = (filename ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, 255);
  return name === '' ? undefined : name;
}

function broken(status: UploadFault['status'], rule: string) {
  return refuse({ kind: 'upload-broken' as const, fault: { status, rule } });
}
