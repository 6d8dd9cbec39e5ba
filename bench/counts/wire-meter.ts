import { Agent, type IncomingMessage, type ServerResponse, createServer, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { CallName, WireCall } from '#bench/counts/call';

/** A request on its way to a stand-in. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What a stand-in answers. */
export interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Pass = (passing: Passing) => Promise<Passed>;

/** What a meter knows of the service behind it. */
export interface Service {
  readonly nameOf: (passing: Passing) => CallName;
  /** Passes a request on and weighs what it wrote. Without it a call has no weight. */
  readonly weigh?: (
    passing: Passing,
    pass: Pass,
  ) => Promise<{ readonly passed: Passed; readonly units: number; readonly indexUnits: number }>;
}

export interface WireMeter {
  readonly endpoint: string;
  /** Calls since the last time. */
  take(): readonly WireCall[];
  stop(): Promise<void>;
}

/** Stands before a stand-in, passes every request on and counts it. What it can not weigh ends the process. */
export async function meterWire(to: string, { nameOf, weigh = unweighed }: Service): Promise<WireMeter> {
  const calls: WireCall[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const server = createServer((request, response) => {
    void count(request, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    take: () => calls.splice(0),
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function count(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const passing = { method, path, headers, body: await buffer(request) };
    const { passed, units, indexUnits } = await weigh(passing, (each) => passOn(each, { to, agent }));
    const refused = passed.status === 400 && String(passed.body).includes('ConditionalCheckFailedException');
    calls.push({ ...nameOf(passing), refused, units, indexUnits });
    response.writeHead(passed.status, passed.headers).end(passed.body);
  }
}

const unweighed: NonNullable<Service['weigh']> = async (passing, pass) => ({
  passed: await pass(passing),
  units: 0,
  indexUnits: 0,
});

async function passOn(
  { method, path, headers, body }: Passing,
  { to, agent }: { to: string; agent: Agent },
): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const onward = send(to + path, { method, headers: { ...headers, 'content-length': body.length }, agent });
    onward.once('error', reject);
    onward.once('response', (answer) => {
      const { statusCode: status = 502, headers: answered } = answer;
      buffer(answer).then((bytes) => {
        resolve({ status, headers: withoutFraming(answered), body: bytes });
      }, reject);
    });
    onward.end(body);
  });
}

/** The body is read whole, so how it was cut into pieces no longer holds. */
function withoutFraming(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'transfer-encoding'));
}
