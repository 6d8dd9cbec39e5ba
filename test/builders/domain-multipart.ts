/** One part of a multipart/form-data body: header lines as they stand, and what follows them. */
export interface Part {
  readonly headers: readonly string[];
  readonly content: string | Uint8Array;
}

export const BOUNDARY = 'xYzZY';
const NEWLINE = '\r\n';

export const filePart = (content: string | Uint8Array, disposition = 'filename="a.pdf"', ...more: string[]): Part => ({
  headers: [`Content-Disposition: form-data; name="file"${disposition === '' ? '' : `; ${disposition}`}`, ...more],
  content,
});

export const fieldPart = (name: string, content: string): Part => ({
  headers: [`Content-Disposition: form-data; name="${name}"`],
  content,
});

/** A whole body, its last boundary included. */
export function multipartBody(parts: readonly Part[], boundary = BOUNDARY): Uint8Array {
  const pieces = parts.flatMap(({ headers, content }) => [
    Buffer.from([`--${boundary}`, ...headers, '', ''].join(NEWLINE)),
    Buffer.from(content),
    Buffer.from(NEWLINE),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--${NEWLINE}`)]);
}

export const contentTypeOf = (boundary = BOUNDARY) => `multipart/form-data; boundary=${boundary}`;
