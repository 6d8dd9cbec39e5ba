import type { IncomingMessage } from 'node:http';

/**
 * Reads a body to its end even when there is too much of it, so that the client hears the answer.
 *
 * @param most largest body kept, in bytes
 */
export async function readBody(
  request: IncomingMessage,
  most = Number.POSITIVE_INFINITY,
): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
    });
    request.on('end', () => {
      resolve(size > most ? 'too-large' : Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}
