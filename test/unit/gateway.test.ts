import { type IncomingMessage, type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paramsIn, readRequest } from '#functions/_shell/http';
import type { Doors } from '#local/doors';
import { makeGateway } from '#local/gateway';
import { urlOf } from '#local/url';
import { MOST_FORM_BYTES, TOO_LARGE_PAGE } from '#shared/contracts/pages/too-large';
import { OPERATIONS } from '#shared/contracts/routes';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';

const NOWHERE = 'nowhere';

/** Gateways are said to hand parameters on decoded and as they came; doors read the path. */
const WHATEVER = { id: 'whatever' };

/** Doors that tell which route a call came by, and with what. */
const telling: Doors = {
  http: async (door, event: APIGatewayProxyEvent) => {
    const { method, resource, params } = readRequest({ ...event, pathParameters: WHATEVER });
    return { statusCode: 200, body: JSON.stringify({ door, route: `${method} ${resource}`, params }) };
  },
  authorizeUpload: async () => undefined,
  work: async () => new Set<string>(),
  tick: async () => ({}),
};
const gateway = makeGateway(telling, { take: async () => ({ statusCode: 201, body: '"upload"' }) });

let server: Server;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    void gateway.serve(incoming, response).then((served) => {
      if (!served) response.end(JSON.stringify(NOWHERE));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
});

/** Sends the path as it is written here; `fetch` would tidy it first. */
async function ask(method: string, path: string): Promise<unknown> {
  const address = server.address();
  const port = isAddress(address) ? address.port : 0;
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, agent: false }, resolve).once('error', reject).end();
  });
  const chunks: string[] = [];
  for await (const chunk of incoming.setEncoding('utf8')) chunks.push(String(chunk));
  const text = chunks.join('');
  return text === '' ? undefined : JSON.parse(text);
}

function isAddress(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

describe('a call', () => {
  it.each(OPERATIONS.filter(({ body }) => body !== 'multipart').map(({ method, path }) => ({ method, path })))(
    '$method $path comes in by its own route, whatever its parameters are',
    async ({ method, path }) => {
      const value = 'a%2Fb%20%C3%A4+1';
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      expect(await ask(method, `${path.replaceAll(/\{\w+\}/g, value)}?from=1`)).toMatchObject({
        route: `${method} ${path}`,
        params: Object.fromEntries(names.map((name) => [name, 'a/b ä+1'])),
      });
    },
  );

  it.each([
    ['GET', '/v1/messages/id', 'GET /v1/messages/id', {}],
    ['GET', '/programme/v1/plans/template', 'GET /programme/v1/plans/template', {}],
    ['GET', '/programme/v1/plans/templates', 'GET /programme/v1/plans/{id}', { id: 'templates' }],
    ['GET', '/v2/messages/%31', 'GET /v2/messages/{id}', { id: '1' }],
    ['GET', '/v2/messages/%2531', 'GET /v2/messages/{id}', { id: '%31' }],
    ['GET', '/v2/messages/%E0%A4%A', 'GET /v2/messages/{id}', { id: '%E0%A4%A' }],
    ['GET', '/v2/messages/1;x=2', 'GET /v2/messages/{id}', { id: '1;x=2' }],
  ])('%s %s is %s', async (method, path, route, params) => {
    expect(await ask(method, path)).toMatchObject({ route, params });
  });
});

describe('nobody has', () => {
  it.each([
    ['a path with a slash after it', 'GET', '/v2/messages/1/'],
    ['the path of another method', 'DELETE', '/v2/messages/1'],
    ['a method that only asks about a path', 'HEAD', '/v2/messages/1'],
    ['a method that asks what may be sent', 'OPTIONS', '/v2/messages'],
    ['a path that nobody knows', 'GET', '/v3/messages'],
    ['a path in large letters', 'GET', '/V2/messages/1'],
    ['a part of a path', 'GET', '/hub/v1'],
    ['the beginning of a path', 'GET', '/'],
    ['a path with two slashes', 'GET', '/v2//messages/1'],
    ['a path that begins with two slashes', 'GET', '//v2/messages/1'],
    ['a path of slashes', 'GET', '//'],
    ['a slash of a path written as a sign', 'GET', '/v2%2Fmessages/1'],
    ['a parameter of nothing', 'GET', '/v2/messages/'],
    ['a path with a letter for its dot', 'GET', '/openapixjson'],
    ['a path below that of a call', 'GET', '/v2/messages/1/more'],
  ])('%s', async (_, method, path) => {
    expect(await ask(method, path)).toBe(method === 'HEAD' ? undefined : NOWHERE);
  });
});

describe('parameters', () => {
  const route = '/me/v1/matters/{serviceId}/{matterId}';

  it.each([
    ['/me/v1/matters/a/b', { serviceId: 'a', matterId: 'b' }],
    ['/live/me/v1/matters/a/b', { serviceId: 'a', matterId: 'b' }],
    ['/me/v1/matters/a/b%2Fc', { serviceId: 'a', matterId: 'b/c' }],
    ['/me/v1/matters/a', undefined],
    ['/me/v1/matters//b', undefined],
    ['/v1/matters/a/b', undefined],
    ['/me/v2/matters/a/b', undefined],
  ])('in %s are %j', (path, params) => {
    expect(paramsIn(route, path)).toEqual(params);
  });
});

describe('an address', () => {
  it.each([
    [undefined, '/'],
    ['/a?b=//c', '/a'],
    ['//host/a', '//host/a'],
    ['http://host/a', '/a'],
  ])('%s goes to %s', (url, path) => {
    expect(urlOf({ url }).pathname).toBe(path);
  });
});

describe('a body', () => {
  const sent = async (path: string, bytes: number) => {
    const address = server.address();
    const port = isAddress(address) ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: new Uint8Array(bytes) });
    return [answer.status, answer.headers.get('content-type'), await answer.text()];
  };

  it('over the limit of the pages is answered by a page, as the firewall of a deployment does', async () => {
    expect(await sent('/mailbox/write', MOST_FORM_BYTES + 1)).toEqual([
      413,
      'text/html; charset=utf-8',
      TOO_LARGE_PAGE,
    ]);
    expect((await sent('/mailbox/write', MOST_FORM_BYTES))[0]).toBe(200);
  });

  it('over the limit of uploads is answered in plain text', async () => {
    const [status, mediaType] = await sent('/v2/attachments', MAX_UPLOAD_BYTES + 1);
    expect([status, mediaType]).toEqual([413, 'text/plain']);
  });
});
