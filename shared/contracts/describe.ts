import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import * as z from 'zod/mini';
import { type Caller, type Operation, type TextBody, nothing } from '#shared/contracts/http/operation';
import { OPERATIONS } from '#shared/contracts/routes';
import { isBinaryBody } from '#shared/contracts/http/binary-bodies';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import { ACCEPTED_MEDIA_TYPES } from '#shared/domain/attachments/media-type';

const SECURITY: Readonly<Record<Caller, Record<string, string[]>[]>> = {
  system: [{ rawAccessToken: [] }, { bearerAccessToken: [] }, { apiKey: [] }],
  person: [{ personToken: [] }],
  official: [{ officialToken: [] }],
  'print-provider': [{ apiKey: [] }],
  operator: [{ apiKey: [] }],
  programme: [{ apiKey: [] }, { rawAccessToken: [] }, { bearerAccessToken: [] }],
  visitor: [{ visit: [] }],
  anybody: [],
};

const FRONTS: Readonly<Record<Operation['front'], string>> = {
  suomifi: 'For authorities: the Suomi.fi Messages REST API',
  hub: 'For authorities: what the national API does not have',
  me: 'For recipients, strongly identified',
  point: 'For officials of service points, with an identified visitor before them',
  print: 'For print and postal providers',
  programme: 'The transition programme: for authorities, the ministry and its collector, and the public roadmap',
  support: 'The directory of digital support',
  pages: 'Pages for recipients, in a browser',
  meta: 'Description of the API',
};

/** The OpenAPI 3.1 document of every front, made from the schemas the doors validate with. */
export function describe() {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Viestiväylä',
      version: '1.0.0',
      description:
        'An open hub for official mail. The paths /v1 and /v2 are the Suomi.fi Messages REST API; unknown fields are ignored there, except under hub.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    tags: Object.entries(FRONTS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(OPERATIONS),
    components: {
      securitySchemes: {
        rawAccessToken: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The access token without a word before it.',
        },
        bearerAccessToken: { type: 'http', scheme: 'bearer', description: 'The access token after Bearer.' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        personToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'Token of the configured provider of strong identification.',
        },
        officialToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'Token of the configured issuer of the staff of service points.',
        },
        visit: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-mailbox',
          description: 'Sealed by the hub after signing in through the configured provider.',
        },
      },
    },
  });
}

function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const each of operations)
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: operationObject(each) };
  return paths;
}

function operationObject(each: Operation): ZodOpenApiOperationObject {
  return {
    operationId: each.operationId,
    tags: [each.front],
    summary: each.summary,
    description: each.description,
    security: SECURITY[each.caller],
    requestParams: {
      ...(each.params instanceof z.ZodMiniObject ? { path: each.params } : {}),
      ...(each.query instanceof z.ZodMiniObject ? { query: each.query } : {}),
      ...(each.headers ? { header: headersOf(each.headers) } : {}),
    },
    requestBody: each.textBody ? textBodyOf(each.textBody) : bodyOf(each.body),
    responses: responsesOf(each),
  };
}

function headersOf(headers: NonNullable<Operation['headers']>): z.ZodMiniObject {
  return z.object(
    Object.fromEntries(
      headers.map(({ name, required, description }) => {
        const text = z.string().register(z.globalRegistry, { description });
        return [name, required ? text : z.optional(text)];
      }),
    ),
  );
}

function bodyOf(body: Operation['body']): ZodOpenApiOperationObject['requestBody'] {
  if (body === nothing) return undefined;
  if (body !== 'multipart') return { required: true, content: { 'application/json': { schema: body } } };
  const file = {
    type: 'string' as const,
    format: 'binary',
    description: `At most ${MAX_UPLOAD_BYTES} bytes; one of ${ACCEPTED_MEDIA_TYPES.join(', ')}.`,
  };
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file } } } },
  };
}

function textBodyOf({ mediaTypes, description }: TextBody): ZodOpenApiOperationObject['requestBody'] {
  const content = mediaTypes.map(
    (mediaType) => [mediaType, { schema: { ...formIn(mediaType), description } }] as const,
  );
  return { required: true, content: Object.fromEntries(content) };
}

const FILE = { type: 'string' as const, format: 'binary' };
const TEXT = { type: 'string' as const };

function formIn(mediaType: string) {
  if (mediaType.endsWith('json')) return { type: 'object' as const };
  return isBinaryBody(mediaType) ? FILE : TEXT;
}

function responsesOf({ responses, front }: Operation): ZodOpenApiResponsesObject {
  const traceId = { description: 'Names the request.', schema: { type: 'string' as const } };
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description, schema, mediaType = 'application/json', fileToo }]) => [
      status,
      {
        description,
        ...(front === 'suomifi' ? { headers: { traceId } } : {}),
        ...(schema
          ? {
              content: {
                [mediaType]: {
                  schema: mediaType.endsWith('json') || mediaType === 'text/plain' ? schema : FILE,
                },
                ...(fileToo === undefined ? {} : { [fileToo]: { schema: FILE } }),
              },
            }
          : {}),
      },
    ]),
  );
}
