import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What becomes of a file that somebody puts. */
export type Fate = 'kept' | 'lost' | 'unanswered';

/** The bucket of a print provider, which outlives the hubs that bring files to it. */
export interface Bucket {
  readonly endpoint: string;
  /** Files by their keys, each as it was first put. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Decides on each file that is put from now on: kept; lost, or kept and never answered, where whoever puts it dies. */
  onPut(decide: (key: string) => Fate): void;
  stop(): void;
}

/** Takes files as S3 does, and one that is put on condition that nothing is there only if so. */
export async function startBucket(): Promise<Bucket> {
  const files = new Map<string, Buffer>();
  const deciding: { decide: (key: string) => Fate } = { decide: () => 'kept' };
  const server = createServer((request, response) => {
    void take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    files,
    onPut: (decide) => {
      deciding.decide = decide;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = new URL(request.url ?? '/', 'http://bucket').pathname.slice(1);
    const bytes = await buffer(request);
    if (request.method !== 'PUT' || request.headers['if-none-match'] !== '*') {
      response.writeHead(405).end();
    } else if (files.has(key)) {
      response.writeHead(412, { 'content-type': 'application/xml' }).end(THERE_ALREADY);
    } else {
      const fate = deciding.decide(key);
      if (fate !== 'lost') files.set(key, bytes);
      if (fate === 'kept') response.writeHead(200).end();
    }
  }
}

const THERE_ALREADY =
  '<?xml version="1.0"?><Error><Code>PreconditionFailed</Code><Message>something is there</Message></Error>';
