import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { StandIn } from '#local/stand-ins/dynamo';

interface StoredObject {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/**
 * Keeps objects in memory under their paths: as much of S3 as its adapter needs to be counted. The local hub itself keeps
 * documents in files, whose reads and writes would be calls where it is deployed.
 */
export async function startObjects(): Promise<StandIn> {
  const objects = new Map<string, StoredObject>();
  const server = createServer((request, response) => {
    void serve(objects, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(
  objects: Map<string, StoredObject>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://objects');
  const bytes = await buffer(request);
  const stored = objects.get(pathname);
  switch (request.method) {
    case 'PUT':
      objects.set(pathname, { bytes, mediaType: request.headers['content-type'] ?? '' });
      response.writeHead(200).end();
      break;
    case 'DELETE':
      objects.delete(pathname);
      response.writeHead(204).end();
      break;
    default:
      if (stored) response.writeHead(200, { 'content-type': stored.mediaType }).end(stored.bytes);
      else response.writeHead(404, { 'content-type': 'application/xml' }).end(NO_SUCH_KEY);
  }
}

const NO_SUCH_KEY = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>not there</Message></Error>';
