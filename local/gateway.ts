import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { Doors, HttpAnswer } from '#local/doors';
import { readBody } from '#local/read-body';
import type { Uploads } from '#local/uploads';
import { urlOf } from '#local/url';
import { MOST_FORM_BYTES, TOO_LARGE_HEADERS, TOO_LARGE_PAGE } from '#shared/contracts/pages/too-large';
import { isBinaryBody } from '#shared/contracts/http/binary-bodies';
import { DOORS, type DoorName } from '#shared/contracts/routes';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';

interface Route {
  readonly door: DoorName;
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** What of a gateway a single machine needs: finds the door by the route table, and writes its answer to the wire. */
export interface Gateway {
  /** @returns false when no route has the path: somebody else's */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** The gateway over the doors: the same route table infra reads, events of the shape the REST API sends. */
export function makeGateway(doors: Doors, uploads: Uploads): Gateway {
  const routes = routeTable();

  return {
    serve: async (request, response) => {
      const url = urlOf(request);
      const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(url.pathname));
      if (!route) return false;
      const body = await readBody(request, route.door === 'pages' ? MOST_FORM_BYTES : MAX_UPLOAD_BYTES);
      const event = eventOf({ request, url, route, body });
      if (body === 'too-large') write(response, route.door === 'pages' ? TOO_LARGE_FOR_PAGES : TOO_LARGE);
      else if (DOORS[route.door].carriage === 'upload') write(response, await upload(event, body, route));
      else write(response, await doors.http(route.door, event));
      return true;
    },
  };

  async function upload(event: APIGatewayProxyEvent, body: Buffer, route: Route): Promise<HttpAnswer> {
    const owner = await doors.authorizeUpload(authorizerEvent(event, route));
    return uploads.take({ owner, body, event });
  }
}

/** More exact routes first: `/v1/messages/id` before `/v1/messages/{id}`. */
function routeTable(): readonly Route[] {
  const doorNames = Object.keys(DOORS).filter((name): name is DoorName => name in DOORS);
  return doorNames
    .flatMap((door) =>
      DOORS[door].operations.map(({ method, path }) => ({
        door,
        method,
        template: path,
        pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '([^/]+)').replaceAll('.', '\\.')}$`),
        names: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
      })),
    )
    .sort((a, b) => a.names.length - b.names.length);
}

interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly route: Route;
  readonly body: Buffer | 'too-large';
}

function eventOf({ request, url, route, body }: Asked): APIGatewayProxyEvent {
  const values = route.pattern.exec(url.pathname)?.slice(1) ?? [];
  const text = body === 'too-large' || body.length === 0 ? null : body;
  const isUpload = DOORS[route.door].carriage === 'upload';
  const isBytes = isBinaryBody(request.headers['content-type']);
  return {
    httpMethod: route.method,
    resource: route.template,
    path: url.pathname,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    multiValueHeaders: {},
    pathParameters: Object.fromEntries(route.names.map((name, i) => [name, values[i]])),
    queryStringParameters: Object.fromEntries(url.searchParams),
    multiValueQueryStringParameters: null,
    stageVariables: null,
    body: isUpload || text === null ? null : isBytes ? text.toString('base64') : textIn(text),
    isBase64Encoded: isBytes,
    requestContext: {
      ...REQUEST_CONTEXT,
      httpMethod: route.method,
      path: url.pathname,
      resourcePath: route.template,
      requestId: randomUUID(),
    },
  };
}

function authorizerEvent(event: APIGatewayProxyEvent, route: Route): APIGatewayRequestAuthorizerEvent {
  const { headers, requestContext } = event;
  return {
    type: 'REQUEST',
    methodArn: `local/${route.method}${route.template}`,
    httpMethod: route.method,
    resource: route.template,
    path: event.path,
    headers,
    multiValueHeaders: {},
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    requestContext: { ...requestContext, authorizer: undefined },
  };
}

/** Bytes that are no UTF-8 become U+FFFD, as the gateway makes them; JSON then fails on its own rules where it must. */
function textIn(body: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(body);
}

function write(response: ServerResponse, { statusCode, headers = {}, body, isBase64Encoded }: HttpAnswer): void {
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  const lines = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  response.writeHead(statusCode, {
    ...Object.fromEntries(lines),
    ...(statusCode === 204 ? {} : { 'content-length': bytes.length }),
  });
  response.end(statusCode === 204 ? undefined : bytes);
}

const TOO_LARGE: HttpAnswer = {
  statusCode: 413,
  headers: { 'content-type': 'text/plain' },
  body: `HTTP content length exceeded ${MAX_UPLOAD_BYTES} bytes.`,
};

/** As the firewall before the gateway says it (infra/constructs/firewall.ts). */
const TOO_LARGE_FOR_PAGES: HttpAnswer = {
  statusCode: 413,
  headers: { 'content-type': 'text/html; charset=utf-8', ...TOO_LARGE_HEADERS },
  body: TOO_LARGE_PAGE,
};

const REQUEST_CONTEXT: APIGatewayProxyEvent['requestContext'] = {
  accountId: 'local',
  apiId: 'local',
  authorizer: undefined,
  protocol: 'HTTP/1.1',
  httpMethod: '',
  identity: {
    accessKey: null,
    accountId: null,
    apiKey: null,
    apiKeyId: null,
    caller: null,
    clientCert: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: '127.0.0.1',
    user: null,
    userAgent: null,
    userArn: null,
  },
  path: '',
  stage: 'local',
  requestId: '',
  requestTimeEpoch: 0,
  resourceId: '',
  resourcePath: '',
};
